package egov.kiosk.bench.identity;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** This thread's processor time; OpenCV works on the calling thread, so that is all of it. */
final class Cpu {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Cpu() {}

  /** Something to do. */
  interface Work {
    void run() throws Exception;
  }

  static double now() {
    return THREADS.getCurrentThreadCpuTime() / 1e6;
  }

  /** Milliseconds of processor time that it took. */
  static double millis(Work work) throws Exception {
    double before = now();
    work.run();
    return now() - before;
  }
}
