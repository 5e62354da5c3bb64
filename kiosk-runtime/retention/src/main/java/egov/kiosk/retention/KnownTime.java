package egov.kiosk.retention;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What time it is at least, by what the platform signed and what has passed since; across restarts
 * by what was reached before. This kiosk's own clock is never asked: whoever turns it ahead
 * destroys nothing. Safe for use by several threads.
 */
final class KnownTime {
  private final LongSupplier nanos;
  private Instant signed;
  private long heardAt;

  /**
   * @param reached a time that was known before this start
   * @param nanos what passing time is measured by; never set back
   */
  KnownTime(Optional<Instant> reached, LongSupplier nanos) {
    this.nanos = nanos;
    signed = reached.orElse(null);
    heardAt = nanos.getAsLong();
  }

  /** Hears a time the platform signed. */
  synchronized void heard(Instant time) {
    if (now().map(time::isAfter).orElse(true)) {
      signed = time;
      heardAt = nanos.getAsLong();
    }
  }

  /** Not later than it is; empty when the platform was never heard. */
  synchronized Optional<Instant> now() {
    return Optional.ofNullable(signed).map(time -> time.plusNanos(nanos.getAsLong() - heardAt));
  }
}
