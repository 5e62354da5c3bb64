package egov.kiosk.telemetry;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lets {@value #MOST} transitions pass in any ten minutes. Used under its owner's lock. */
final class FloodGate {
  /** How many may pass. */
  static final int MOST = 6;

  private static final long WINDOW = Duration.ofMinutes(10).toNanos();

  private final Deque<Long> passed = new ArrayDeque<>();

  /** How many may pass now. */
  int free(long now) {
    while (!passed.isEmpty() && now - passed.peek() >= WINDOW) {
      passed.remove();
    }
    return MOST - passed.size();
  }

  /** One passes. */
  void pass(long now) {
    passed.add(now);
  }
}
