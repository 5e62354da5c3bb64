package egov.kiosk.bench.crypto;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * How often something can be done in a second of this thread's processor time: other work on the
 * machine takes turns and does not count, as it does not for openssl speed.
 */
final class Pace {
  /** Between two looks at the clock, so that looking costs nothing. */
  private static final int BATCH = 16;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  /** One thing to do. */
  interface Work {
    Object run() throws Exception;
  }

  /** Operations a second over a stretch of processor time. */
  double of(Work work, long millis) throws Exception {
    long length = TimeUnit.MILLISECONDS.toNanos(millis);
    long start = threads.getCurrentThreadCpuTime();
    long done = 0;
    long spent;
    int kept = 0;
    do {
      for (int i = 0; i < BATCH; i++) {
        kept ^= System.identityHashCode(work.run());
      }
      done += BATCH;
      spent = threads.getCurrentThreadCpuTime() - start;
    } while (spent < length);
    if (kept == 1) {
      // Practically never; it keeps the results from being optimised away.
      System.err.print("");
    }
    return done * 1e9 / spent;
  }
}
