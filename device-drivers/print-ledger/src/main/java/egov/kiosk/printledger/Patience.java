package egov.kiosk.printledger;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Time that only goes forward, and waiting in it. */
interface Patience {
  /** Nanoseconds since some moment. */
  long nanos();

  /** Waits. */
  void sleep(Duration time) throws InterruptedException;

  /** The machine's own. */
  static Patience system() {
    return new Patience() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void sleep(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
      }
    };
  }
}
