package egov.kiosk.access;

import java.time.Duration;

/**
 * How long wrong PINs lock: not at all up to a number, then for a time that doubles with each.
 *
 * @param free wrong ones before the first lock-out, that one included
 * @param first how long the first lock-out lasts
 * @param longest how long any lasts at most
 */
record LockRule(int free, Duration first, Duration longest) {
  /** Of one badge: at the fifth a minute, two at the sixth, then four, to an hour. */
  static final LockRule BADGE = new LockRule(5, Duration.ofMinutes(1), Duration.ofHours(1));

  /** Of all badges together, against one PIN tried on many. */
  static final LockRule KIOSK = new LockRule(20, Duration.ofMinutes(1), Duration.ofMinutes(10));

  Duration lasting(int wrong) {
    if (wrong < free) {
      return Duration.ZERO;
    }
    int doubled = Math.min(wrong - free, 20);
    Duration grown = first.multipliedBy(1L << doubled);
    return grown.compareTo(longest) > 0 ? longest : grown;
  }

  int attemptsLeft(int wrong) {
    return Math.max(0, free - wrong);
  }
}
