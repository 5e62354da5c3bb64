package egov.kiosk.agent;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads {@code sync-receipts-1} to {@code 4}; they end when they have nothing to do. */
final class ReceiptThreads implements Executor, AutoCloseable {
  private static final int THREADS = 4;
  private static final long IDLE_SECONDS = 30;
  private static final long STOP_SECONDS = 2;

  private final AtomicInteger made = new AtomicInteger();
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(ReceiptDesk.MAX_WAITING),
          this::thread);

  ReceiptThreads() {
    pool.allowCoreThreadTimeOut(true);
  }

  private Thread thread(Runnable work) {
    return new Thread(work, "sync-receipts-" + (made.getAndIncrement() % THREADS + 1));
  }

  @Override
  public void execute(Runnable command) {
    pool.execute(command);
  }

  /** Lets what is under way end, forgets the rest. */
  @Override
  public void close() {
    pool.shutdown();
    pool.getQueue().clear();
    try {
      pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
