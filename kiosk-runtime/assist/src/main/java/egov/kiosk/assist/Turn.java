package egov.kiosk.assist;

import egov.kiosk.domain.assist.AssistUnavailableException;
import egov.kiosk.domain.assist.AssistUnavailableException.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call at a time to one program, and a rest for a program that fails again and again: after
 * three failures in a row calls are refused at once for half a minute. One log line a problem.
 */
public final class Turn {
  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);
  private static final int FAILURES_IN_A_ROW = 3;
  private static final long REST_NANOS = Duration.ofSeconds(30).toNanos();

  private final ReentrantLock lock = new ReentrantLock();
  private final String name;
  private final LongSupplier nanos;
  private final Duration patience;
  private int failures;
  private long restsSince;
  private volatile String problem = "";

  /** What is done when it is one's turn. */
  public interface Work<T> {
    T make() throws AssistUnavailableException;
  }

  /**
   * @param nanos a monotonic clock
   * @param patience how long a call waits for the one before it
   */
  public Turn(String name, LongSupplier nanos, Duration patience) {
    this.name = name;
    this.nanos = nanos;
    this.patience = patience;
  }

  /** Does the work, or refuses. */
  public <T> T take(Work<T> work) throws AssistUnavailableException {
    try {
      if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssistUnavailableException(Reason.BUSY, name + " is busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssistUnavailableException(Reason.BUSY, name + " was stopped");
    }
    try {
      if (failures >= FAILURES_IN_A_ROW && nanos.getAsLong() - restsSince < REST_NANOS) {
        throw new AssistUnavailableException(Reason.BUSY, name + " fails again and again");
      }
      T made = work.make();
      failures = 0;
      problem = "";
      return made;
    } catch (AssistUnavailableException e) {
      failed(e);
      throw e;
    } finally {
      lock.unlock();
    }
  }

  private void failed(AssistUnavailableException failure) {
    if (failure.reason() == Reason.BUSY) {
      return;
    }
    failures++;
    restsSince = nanos.getAsLong();
    if (!problem.equals(failure.getMessage())) {
      problem = failure.getMessage();
      LOG.warn("{}: {}; the screens go on without it", name, problem);
    }
  }

  /** What the last call failed with, or empty when it did not. */
  public Optional<String> problem() {
    return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
  }
}
