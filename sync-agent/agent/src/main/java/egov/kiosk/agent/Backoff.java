package egov.kiosk.agent;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that double up to a cap, with equal jitter: half of the pause is certain, half is chance,
 * so that a province of kiosks does not come back in step.
 */
final class Backoff {
  private static final int MAX_DOUBLINGS = 30;
  private static final long FIRST_FAILURE = Duration.ofSeconds(1).toNanos();

  private final RandomGenerator random;
  private AgentSettings settings;
  private long receiptTimeout;
  private long cap;

  Backoff(AgentSettings settings, RandomGenerator random) {
    this.random = random;
    settings(settings);
  }

  /** Takes other settings; pauses already begun stay as they are. */
  void settings(AgentSettings changed) {
    settings = changed;
    receiptTimeout = changed.receiptTimeout().toNanos();
    cap = Math.max(changed.backoffCap().toNanos(), receiptTimeout);
  }

  /** The settings of the moment. */
  AgentSettings settings() {
    return settings;
  }

  /**
   * How long to wait for a receipt.
   *
   * @param sendings how often the message was sent, from 1; the first wait has no jitter
   * @return nanoseconds
   */
  long receiptWait(int sendings) {
    return sendings <= 1 ? receiptTimeout : jitter(doubled(receiptTimeout, sendings - 1));
  }

  /**
   * How long to wait after a sending that failed in itself.
   *
   * @param failures how many in a row, from 1
   * @return nanoseconds
   */
  long failurePause(int failures) {
    return jitter(doubled(FIRST_FAILURE, failures - 1));
  }

  /** How long a message rests that was sent often without an answer, in nanoseconds. */
  long rest() {
    return jitter(Math.max(cap, settings.parkPause().toNanos()));
  }

  private long doubled(long base, int times) {
    // Comparing before shifting keeps the product from overflowing.
    int doublings = Math.min(times, MAX_DOUBLINGS);
    return base > cap >> doublings ? cap : base << doublings;
  }

  private long jitter(long pause) {
    long half = pause / 2;
    return half + (half == 0 ? 0 : random.nextLong(half + 1));
  }
}
