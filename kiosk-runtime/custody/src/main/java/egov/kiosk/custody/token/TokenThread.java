package egov.kiosk.custody.token;

import egov.kiosk.crypto.CryptoException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that speaks to a device, named {@code custody-<device>}: vendors' libraries differ
 * in what they bear. A caller waits for its turn and its answer no longer than its limit. A call
 * into a library cannot be interrupted: one that does not come back keeps the thread, and while it
 * does, others are refused at once. Safe for use by several threads.
 */
final class TokenThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TokenThread.class);
  private static final int WAITING = 64;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(4);
  private static final long IDLE = Long.MIN_VALUE;

  private final String device;
  private final LongSupplier nanos;
  private final ThreadPoolExecutor executor;
  private volatile long since = IDLE;

  /**
   * @param device its name in the thread's name and in messages
   * @param nanos a clock for waiting, e.g. {@code System::nanoTime}
   */
  TokenThread(String device, LongSupplier nanos) {
    this.device = Objects.requireNonNull(device, "device");
    this.nanos = Objects.requireNonNull(nanos, "nanos");
    executor =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            work -> {
              Thread thread = new Thread(work, "custody-" + device);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Does work on the thread.
   *
   * @throws CryptoException what the work throws, or that the device is slow
   */
  <T> T call(TokenWork<T> work, Duration limit) throws CryptoException {
    long began = since;
    if (began != IDLE && nanos.getAsLong() - began > limit.toNanos()) {
      throw TokenFault.slow(device, limit);
    }
    Future<T> answer;
    try {
      answer = executor.submit(timed(work));
    } catch (RejectedExecutionException e) {
      throw executor.isShutdown()
          ? TokenFault.absent(device, "its custody is stopping")
          : TokenFault.slow(device, limit);
    }
    try {
      return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // Work that has not begun never will; work that has begun ends by itself or never.
      answer.cancel(false);
      throw TokenFault.slow(device, limit);
    } catch (InterruptedException e) {
      answer.cancel(false);
      Thread.currentThread().interrupt();
      throw TokenFault.slow(device, limit);
    } catch (ExecutionException e) {
      throw refusal(e.getCause());
    }
  }

  private <T> Callable<T> timed(TokenWork<T> work) {
    return () -> {
      since = nanos.getAsLong();
      try {
        return work.run();
      } finally {
        since = IDLE;
      }
    };
  }

  private CryptoException refusal(Throwable cause) {
    if (cause instanceof CryptoException refusal) {
      return refusal;
    }
    LOG.error("{}: the device's thread failed, a bug", device, cause);
    return TokenFault.fault(device, "the runtime failed: " + cause.getClass().getSimpleName());
  }

  /** Stops within 4 s; a call that does not come back is left to itself. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("{}: a call into its library does not end; its thread is left behind", device);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A piece of work on the device's thread. */
  interface TokenWork<T> {
    T run() throws CryptoException;
  }
}
