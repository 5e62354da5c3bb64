package egov.kiosk.crypto.certificate;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells a clock that is grossly wrong from one that is a little off. A wrong clock makes good
 * certificates look expired and expired ones good, so it is named before any certificate is blamed.
 * Certain is only that time has reached the day this program was built, and any instant the
 * platform has signed. Safe for use by several threads.
 */
public final class ClockRules {
  /** A platform's instant is not doubted, and a receipt never comes from the future. */
  private static final Duration BEHIND = Duration.ofHours(1);

  private final Instant built;
  private final AtomicReference<Instant> heard;

  /**
   * @param built when this program was built: no right clock shows an earlier time
   */
  public ClockRules(Instant built) {
    this.built = Objects.requireNonNull(built, "built");
    heard = new AtomicReference<>(built);
  }

  /** Learns an instant that the platform signed. */
  public void heard(Instant platform) {
    heard.accumulateAndGet(platform, (one, other) -> one.isAfter(other) ? one : other);
  }

  /**
   * Refuses to work by a clock that cannot be right.
   *
   * @throws CryptoException {@link CryptoFault#CLOCK_WRONG}
   */
  public void check(Instant now) throws CryptoException {
    if (now.isBefore(built)) {
      throw wrong(now, "this program was built on " + built);
    }
    Instant platform = heard.get();
    if (now.isBefore(platform.minus(BEHIND))) {
      throw wrong(now, "the platform signed at " + platform + "; it was set back");
    }
  }

  private static CryptoException wrong(Instant now, String why) {
    return new CryptoException(
        CryptoFault.CLOCK_WRONG,
        "the clock shows " + now + " but " + why + "; set the clock and check its battery");
  }
}
