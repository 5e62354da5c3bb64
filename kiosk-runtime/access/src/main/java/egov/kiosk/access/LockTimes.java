package egov.kiosk.access;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How much of a lock-out is left. Only time this kiosk runs counts, measured by a clock that nobody
 * sets; what was served before a start does not count, so a lock-out begins anew then. Turning the
 * clock, forward or back, does nothing. For one thread at a time.
 */
final class LockTimes {
  private final LongSupplier nanos;
  private final long opened;
  private final Map<String, Long> since = new HashMap<>();

  /**
   * @param nanos a clock that is never set, such as {@link System#nanoTime}
   */
  LockTimes(LongSupplier nanos) {
    this.nanos = nanos;
    opened = nanos.getAsLong();
  }

  /** A wrong one, now. */
  void struck(String place) {
    since.put(place, nanos.getAsLong());
  }

  /** Nothing is wrong any more. */
  void cleared(String place) {
    since.remove(place);
  }

  /** What is left of the lock-out after that many wrong ones; zero when there is none. */
  Duration left(String place, int wrong, LockRule rule) {
    long served = nanos.getAsLong() - since.getOrDefault(place, opened);
    Duration left = rule.lasting(wrong).minusNanos(served);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
