package egov.kiosk.flow;

import egov.kiosk.flow.surroundings.Worker;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread {@code kiosk-session}: all work with card reader, camera and printer. */
public final class SessionThread implements Worker, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SessionThread.class);
  private static final Duration STOP = Duration.ofSeconds(5);

  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "kiosk-session");
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public Job start(Work work) {
    FutureTask<Void> task = new FutureTask<>(() -> run(work), null);
    try {
      executor.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("the session thread has stopped; nothing is begun any more");
    }
    return () -> task.cancel(true);
  }

  private static void run(Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("Work of a session failed unexpectedly; please report this", e);
      work.failed();
    }
  }

  /** Interrupts what is going on and waits at most five seconds for it to end. */
  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("kiosk-session did not stop within {}", STOP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
