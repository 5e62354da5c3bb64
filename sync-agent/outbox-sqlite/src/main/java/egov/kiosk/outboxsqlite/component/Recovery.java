package egov.kiosk.outboxsqlite.component;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Brings the queue back by itself when its file was damaged or replaced, or could not be opened, on
 * the thread {@code outbox-recovery}. The first attempt is made at once; when trouble comes back,
 * e.g. on a failing disk, the next ones keep their distance, so that copies set aside do not fill
 * the disk.
 */
final class Recovery implements AutoCloseable {
  /** One attempt. */
  interface Attempt {
    /**
     * Looks, and puts right what is wrong.
     *
     * @return whether something was wrong
     */
    boolean make();
  }

  private static final long LONGEST_SECONDS = 300;
  private static final long STOP_MILLIS = 5000;

  private final Attempt attempt;
  private final Duration look;
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "outbox-recovery");
  private volatile boolean closed;

  /**
   * @param look how often to look without being called
   */
  Recovery(Attempt attempt, Duration look) {
    this.attempt = attempt;
    this.look = look;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Asks for an attempt. Returns at once. */
  void call() {
    bell.release();
  }

  private void run() {
    long pause = 0;
    try {
      while (!closed) {
        bell.tryAcquire(look.toMillis(), TimeUnit.MILLISECONDS);
        bell.drainPermits();
        if (!closed && attempt.make()) {
          pause = Math.min(LONGEST_SECONDS, Math.max(1, 2 * pause));
          rest(pause);
        } else {
          pause /= 2;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void rest(long seconds) throws InterruptedException {
    for (long i = 0; i < 10 * seconds && !closed; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  @Override
  public void close() {
    closed = true;
    bell.release();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
