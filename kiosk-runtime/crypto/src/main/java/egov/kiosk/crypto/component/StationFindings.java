package egov.kiosk.crypto.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the doctor says about keys and certificates. The log hears once of each step towards expiry.
 */
final class StationFindings {
  static final String NAME = "certificate";
  private static final Logger LOG = LoggerFactory.getLogger(StationFindings.class);
  private static final long WEEK = 7;

  /** How near the end is. */
  private enum Step {
    FAR,
    SOON,
    A_WEEK,
    A_DAY,
    OVER
  }

  private final AtomicReference<Step> said = new AtomicReference<>(Step.FAR);

  /**
   * Of an open station.
   *
   * @param waiting why changed files are not in use; empty when nothing waits
   */
  Finding of(Validity validity, Instant now, int warnDays, Optional<String> waiting) {
    Duration left = validity.left(now);
    Step step = step(left, warnDays);
    String what =
        validity.first().name() + " expires on " + validity.first().expires() + ", " + in(left);
    if (step.compareTo(said.getAndSet(step)) > 0) {
      LOG.warn("{}: {}", NAME, what);
    }
    if (step == Step.OVER) {
      return fail(new CryptoException(CryptoFault.CERTIFICATE_EXPIRED, what));
    }
    if (waiting.isPresent()) {
      return warn("new files are not in use: " + waiting.get(), "mend the files or take them away");
    }
    if (step != Step.FAR) {
      return warn(what, advice(step));
    }
    if (validity.problem().isPresent()) {
      return warn(validity.problem().get(), "mend what is named");
    }
    if (validity.listsStale(now)) {
      return warn(
          "a revocation list is stale since " + validity.listsFreshUntil().orElseThrow(),
          "put the authority's newest revocation list, and find out why it did not come");
    }
    return Finding.ok(NAME, "certificates valid, " + left.toDays() + " days left");
  }

  private static Step step(Duration left, int warnDays) {
    if (left.isNegative()) {
      return Step.OVER;
    }
    if (left.toDays() < 1) {
      return Step.A_DAY;
    }
    if (left.toDays() < WEEK) {
      return Step.A_WEEK;
    }
    return left.toDays() < warnDays ? Step.SOON : Step.FAR;
  }

  private static String advice(Step step) {
    return switch (step) {
      case A_DAY -> "renew it today, or the kiosk stops; call the platform's operator";
      case A_WEEK -> "renew it this week; ask the platform's operator where the new one stays";
      default -> "renew it: have a new one issued and put it beside the old one";
    };
  }

  private static String in(Duration left) {
    if (left.isNegative()) {
      return "it is over";
    }
    return left.toDays() < 1 ? "in " + left.toHours() + " hours" : "in " + left.toDays() + " days";
  }

  private static Finding warn(String what, String advice) {
    return new Finding(NAME, Level.WARN, what, Actor.TECHNICIAN, advice);
  }

  static Finding fail(CryptoException why) {
    return new Finding(NAME, Level.FAIL, why.getMessage(), why.fault().actor(), advice(why));
  }

  private static String advice(CryptoException why) {
    return switch (why.fault()) {
      case FILE_TOO_OPEN -> "run chmod 600 on the key file and give it to the runtime's user";
      case CERTIFICATE_EXPIRED, CERTIFICATE_NOT_YET_VALID ->
          "check the kiosk's clock, then renew the certificate";
      case CERTIFICATE_REVOKED -> "find out why it was revoked, then have a new one issued";
      case REVOCATION_UNKNOWN -> "put the authority's newest revocation list";
      case CLOCK_WRONG -> "set the clock, check the time service and the clock's battery";
      case PASSPHRASE_REFUSED -> "put the passphrase the key was wrapped with into its file";
      case DEVICE_ABSENT, DEVICE_LOCKED, DEVICE_SLOW, DEVICE_FAULT, PIN_REFUSED, PIN_WITHHELD ->
          "see the finding key-custody for what the device needs";
      case CUSTODY_ABSENT, LIBRARY_UNUSABLE ->
          "set crypto.custody, and the component custody to go with it";
      default ->
          "put the right key, certificate and trust files, as the runtime's configuration names"
              + " them";
    };
  }
}
