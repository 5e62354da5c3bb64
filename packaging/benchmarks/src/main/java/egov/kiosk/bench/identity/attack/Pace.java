package egov.kiosk.bench.identity.attack;

import java.util.concurrent.locks.LockSupport;

/**
 * The clock of a presentation and of whoever looks at it. Either its time is made by its frames, so
 * that a presentation costs only the work on them, or it is the time of the world. One thread.
 */
interface Pace {
  /** Nanoseconds since it began. */
  long now();

  /** Comes back when it is that time. */
  void until(long nanos);

  /** Time stands still but for frames. */
  static Pace virtual() {
    return new Pace() {
      private long now;

      @Override
      public long now() {
        return now;
      }

      @Override
      public void until(long nanos) {
        now = nanos;
      }
    };
  }

  /** Everybody's time, as at a kiosk. */
  static Pace real() {
    long begun = System.nanoTime();
    return new Pace() {
      @Override
      public long now() {
        return System.nanoTime() - begun;
      }

      @Override
      public void until(long nanos) {
        for (long left = nanos - now(); left > 0; left = nanos - now()) {
          LockSupport.parkNanos(left);
        }
      }
    };
  }
}
