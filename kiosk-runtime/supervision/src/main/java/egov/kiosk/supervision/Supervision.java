package egov.kiosk.supervision;

import egov.kiosk.domain.health.LifeSign;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a supervisor that the runtime is ready, and again and again that it makes progress. As soon
 * as one thread is stuck it is told nothing but which, and ends the process. Used by one thread,
 * {@link #ready} and {@link #stopping} excepted.
 */
final class Supervision implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Supervision.class);

  /** Of the supervisor's patience; it recommends half, a busy machine wants more room. */
  private static final int PARTS = 3;

  private static final String UNKNOWN =
      "the screens are served; whether every part works is not known";

  private final Notifier notifier;
  private final Optional<Duration> watchdog;
  private final Supplier<Collection<LifeSign>> signs;
  private final Supplier<Optional<List<String>>> missing;
  private volatile Progress progress;
  private String stuck = "";
  private String said = "";

  Supervision(
      Notifier notifier,
      Optional<Duration> watchdog,
      Supplier<Collection<LifeSign>> signs,
      Supplier<Optional<List<String>>> missing,
      Progress progress) {
    this.notifier = notifier;
    this.watchdog = watchdog;
    this.signs = signs;
    this.missing = missing;
    this.progress = progress;
  }

  /** How often to {@link #look}; empty when the supervisor does not watch. */
  Optional<Duration> interval() {
    return watchdog.map(patience -> patience.dividedBy(PARTS));
  }

  void progress(Progress changed) {
    progress = changed;
  }

  /**
   * The screens are served; what could not be made is said in the same breath. Whether citizens can
   * do anything without it, the screens say.
   *
   * @return whether the supervisor was told so: never before somebody looked at the parts
   */
  boolean ready() {
    String before = said;
    Optional<List<String>> parts = missing.get();
    String now = status(parts);
    if (parts.isPresent()) {
      notifier.tell("READY=1\nSTATUS=" + now + "\nWATCHDOG=1");
    } else if (!before.equals(now)) {
      notifier.tell("STATUS=" + now);
    }
    return parts.isPresent();
  }

  private synchronized String status(Optional<List<String>> looked) {
    List<String> parts = looked.orElse(List.of());
    String now = UNKNOWN;
    if (looked.isPresent()) {
      now =
          parts.isEmpty()
              ? "in service"
              : "not whole, COMPONENT_MISSING: " + String.join(", ", parts) + "; see kiosk doctor";
    }
    if (!now.equals(said) && !parts.isEmpty()) {
      LOG.error(
          "supervision: COMPONENT_MISSING: {} could not be made; a technician runs kiosk doctor",
          String.join(", ", parts));
    }
    said = now;
    return now;
  }

  /** From now on silence means nothing. */
  void stopping() {
    notifier.tell("STOPPING=1\nSTATUS=stopping");
  }

  /** One round. */
  void look() {
    Optional<LifeSign> silent = progress.stuck(signs.get());
    if (silent.isPresent()) {
      tellStuck(silent.get());
      return;
    }
    String before = said;
    String now = status(missing.get());
    if (!stuck.isEmpty()) {
      LOG.info("supervision: {} goes on again", stuck);
    }
    notifier.tell(
        stuck.isEmpty() && before.equals(now) ? "WATCHDOG=1" : "WATCHDOG=1\nSTATUS=" + now);
    stuck = "";
  }

  private void tellStuck(LifeSign sign) {
    if (stuck.equals(sign.name())) {
      return;
    }
    stuck = sign.name();
    LOG.error(
        "supervision: {} has been silent for {} s; systemd ends this process unless it goes on",
        sign.name(),
        sign.silent().toSeconds());
    notifier.tell(
        "STATUS=stuck: " + sign.name() + ", silent for " + sign.silent().toSeconds() + " s");
  }

  @Override
  public void close() {
    notifier.close();
  }
}
