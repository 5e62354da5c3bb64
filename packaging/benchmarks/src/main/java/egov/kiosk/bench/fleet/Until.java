package egov.kiosk.bench.fleet;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Waiting for a count. */
final class Until {
  private static final long STEP_MILLIS = 20;

  private Until() {}

  /**
   * Waits until a count is reached, or has not moved for a while.
   *
   * @return whether it was reached
   */
  static boolean reached(LongSupplier count, long goal, long quietSeconds)
      throws InterruptedException {
    return reached(count, goal, quietSeconds, STEP_MILLIS);
  }

  /** As above for a count that costs something to look at. */
  static boolean reached(LongSupplier count, long goal, long quietSeconds, long stepMillis)
      throws InterruptedException {
    long last = count.getAsLong();
    long moved = System.nanoTime();
    while (last < goal) {
      TimeUnit.MILLISECONDS.sleep(stepMillis);
      long now = count.getAsLong();
      if (now != last) {
        last = now;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > TimeUnit.SECONDS.toNanos(quietSeconds)) {
        return false;
      }
    }
    return true;
  }
}
