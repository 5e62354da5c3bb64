package egov.kiosk.attachments;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread {@code attachments}: does what others hand it, and its own work in between. Everything
 * of this room but taking attachments in happens here.
 */
final class OwnThread implements Executor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OwnThread.class);
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final long AFTER_FAILURE = Duration.ofSeconds(10).toNanos();

  private final BlockingQueue<Runnable> mail = new LinkedBlockingQueue<>();
  private final LongSupplier work;
  private final Thread thread;
  private volatile boolean closed;
  private boolean failureSaid;

  /**
   * @param work does what is to be done and says after how many nanoseconds to be called again
   */
  OwnThread(LongSupplier work) {
    this.work = work;
    thread = new Thread(this::run, "attachments");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  @Override
  public void execute(Runnable task) {
    mail.add(task);
  }

  /** How much waits to be done. */
  int waiting() {
    return mail.size();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed) {
      try {
        Runnable task = mail.poll(guarded(work), TimeUnit.NANOSECONDS);
        while (task != null && !closed) {
          Runnable now = task;
          guarded(
              () -> {
                now.run();
                return 0;
              });
          task = mail.poll();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private long guarded(LongSupplier what) {
    try {
      return what.getAsLong();
    } catch (RuntimeException e) {
      if (!failureSaid) {
        failureSaid = true;
        LOG.error("attachments: a fault of the program; the thread goes on", e);
      }
      return AFTER_FAILURE;
    }
  }
}
