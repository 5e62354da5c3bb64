package egov.kiosk.integrity.component;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks again and again on the thread {@code kiosk-integrity}, of the lowest priority. */
final class Rounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final long STOP_SECONDS = 5;

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, Rounds::thread);

  /** What is done each time. */
  interface Round {
    void go() throws InterruptedException;
  }

  Rounds(Round round, Duration delay, Duration every) {
    timer.scheduleWithFixedDelay(
        () -> safely(round), delay.toSeconds(), every.toSeconds(), TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "kiosk-integrity");
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  private static void safely(Round round) {
    try {
      round.go();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("integrity: an error of the program; the check is made again later", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("integrity: its thread did not stop within {} s", STOP_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
