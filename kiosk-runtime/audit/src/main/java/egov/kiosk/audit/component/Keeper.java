package egov.kiosk.audit.component;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The room's threads, made and stopped here. */
final class Keeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
  private static final long STOP_SECONDS = 4;
  private static final long FLUSH_MILLIS = 250;

  private final AtomicInteger made = new AtomicInteger();
  private final ScheduledThreadPoolExecutor timer;
  private volatile String told = "";

  /**
   * @param name what the threads are called, with a number behind
   * @param threads so many things can wait for something slow without holding up another
   */
  Keeper(String name, int threads) {
    timer =
        new ScheduledThreadPoolExecutor(
            threads, work -> new Thread(work, name + "-" + made.incrementAndGet()));
  }

  /** Writes a few times a second, and does the rest about once a second, one by one. */
  void start(Runnable flush, List<Runnable> beats) {
    timer.scheduleWithFixedDelay(
        () -> safely(flush), FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
    timer.scheduleWithFixedDelay(() -> beats.forEach(this::safely), 1, 1, TimeUnit.SECONDS);
  }

  /** Does something again and again, with this pause in between. */
  void every(Duration pause, Runnable work) {
    timer.scheduleWithFixedDelay(
        () -> safely(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void safely(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      String problem = e.toString();
      if (!problem.equals(told)) {
        LOG.warn("audit: an error of the program; it goes on: {}", problem);
      }
      told = problem;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
