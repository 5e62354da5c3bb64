package egov.kiosk.uplinkmqtt.link;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that owns a link's state. Safe for use by several threads. */
final class LinkThread {
  private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);

  private final ScheduledExecutorService thread;

  LinkThread(String clientId) {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "mqtt-" + clientId);
              made.setDaemon(true);
              return made;
            });
  }

  /** As soon as it can; after {@link #last} nothing needs to be done any more. */
  void later(Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("The link is closed");
    }
  }

  ScheduledFuture<?> after(Duration pause, Runnable task) {
    return thread.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  ScheduledFuture<?> every(Duration pause, Runnable task) {
    return thread.scheduleWithFixedDelay(
        task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Does this and ends, waiting no longer than that. */
  void last(Runnable task, Duration timeout) {
    // Ends itself behind the task: a plain shutdown would wait for the next try's pause.
    thread.execute(
        () -> {
          task.run();
          thread.shutdownNow();
        });
    try {
      if (!thread.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
