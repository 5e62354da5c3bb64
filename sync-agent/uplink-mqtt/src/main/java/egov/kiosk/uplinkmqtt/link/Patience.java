package egov.kiosk.uplinkmqtt.link;

import java.time.Duration;

/**
 * How much silence is believed. A line so slow that one message takes longer than a probe waits
 * would be cut again and again with the same message; so each connection in a row that falls silent
 * doubles the wait. Owned by one thread.
 */
final class Patience {
  private static final int MOST_DOUBLINGS = 4;
  private static final Duration PROVEN = Duration.ofMinutes(10);

  private int stalls;

  Duration with(Duration answer) {
    return answer.multipliedBy(1L << stalls);
  }

  /** A connection fell silent. */
  void stalled(Duration lasted) {
    ended(lasted);
    stalls = Math.min(MOST_DOUBLINGS, stalls + 1);
  }

  /** A connection ended. */
  void ended(Duration lasted) {
    if (lasted.compareTo(PROVEN) >= 0) {
      stalls = 0;
    }
  }
}
