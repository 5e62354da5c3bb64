package egov.kiosk.retention.component;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread {@code retention}, which looks once a minute. */
final class DailyThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DailyThread.class);
  private static final long STOP_SECONDS = 4;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "retention"));
  private String told = "";

  DailyThread(Runnable beat) {
    timer.scheduleWithFixedDelay(() -> safely(beat), 1, 1, TimeUnit.MINUTES);
  }

  private void safely(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      String problem = e.getClass().getName();
      if (!problem.equals(told)) {
        LOG.warn("retention: an error of the program; it goes on", e);
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
