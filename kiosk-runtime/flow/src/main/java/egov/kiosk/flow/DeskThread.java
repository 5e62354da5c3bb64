package egov.kiosk.flow;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread {@code kiosk-desk}: the beat once a second, and telling listeners in order. */
public final class DeskThread implements Executor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeskThread.class);
  private static final Duration STOP = Duration.ofSeconds(5);

  private volatile long begun;

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "kiosk-desk");
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public void execute(Runnable task) {
    try {
      executor.execute(() -> guarded(task));
    } catch (RejectedExecutionException e) {
      LOG.debug("the desk thread has stopped; nothing is told any more");
    }
  }

  /** Does something again and again, with a pause in between. */
  public void every(Duration pause, Runnable task) {
    executor.scheduleWithFixedDelay(
        () -> {
          // Zero means never; a clock may give just that, once in centuries.
          begun = System.nanoTime() | 1;
          guarded(task);
        },
        pause.toMillis(),
        pause.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /** How long ago what is done again and again was last begun. */
  public Duration silent() {
    long last = begun;
    return last == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - last);
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("The desk could not do one of its tasks; please report this", e);
    }
  }

  /** Stops; waits at most five seconds. */
  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("kiosk-desk did not stop within {}", STOP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
