package egov.kiosk.agent;

import java.time.Duration;
import java.util.Objects;

/**
 * How the agent drains the queue.
 *
 * @param unsettled how many messages may be on their way without a receipt at once, 1 to {@value
 *     #MOST_UNSETTLED}; a lane with nothing on its way may send one more. How many the broker may
 *     hold unacknowledged is the uplink's window, which is another matter and usually smaller
 * @param receiptTimeout how long to wait for the platform's receipt before sending again
 * @param backoffCap the longest pause between two sendings of a message
 * @param parkPause how long to leave a message alone that the broker refuses, and one that was sent
 *     often without an answer
 * @param drainEvery from one message to the next, once those of the first moment after the line
 *     came up are gone ({@value Pace#BURST}, fewer where that is more than twenty seconds' worth),
 *     100 microseconds to an hour; zero for as many as the window lets
 */
public record AgentSettings(
    int unsettled,
    Duration receiptTimeout,
    Duration backoffCap,
    Duration parkPause,
    Duration drainEvery) {
  /** What a lane of the agent's memory holds, less what rests there. */
  public static final int MOST_UNSETTLED = 2000;

  private static final Duration SHORTEST = Duration.ofNanos(100_000);
  private static final Duration LONGEST = Duration.ofHours(1);

  public AgentSettings {
    Objects.requireNonNull(receiptTimeout, "receiptTimeout");
    Objects.requireNonNull(backoffCap, "backoffCap");
    Objects.requireNonNull(parkPause, "parkPause");
    Objects.requireNonNull(drainEvery, "drainEvery");
    if (unsettled < 1 || unsettled > MOST_UNSETTLED) {
      throw new IllegalArgumentException("unsettled is 1 to " + MOST_UNSETTLED);
    }
    if (!positive(receiptTimeout) || !positive(backoffCap) || !positive(parkPause)) {
      throw new IllegalArgumentException("timeouts and pauses are longer than nothing");
    }
    if (!drainEvery.isZero()
        && (drainEvery.compareTo(SHORTEST) < 0 || drainEvery.compareTo(LONGEST) > 0)) {
      throw new IllegalArgumentException("the drain rate is 1 an hour to 10,000 a second, or none");
    }
  }

  /** Settings without a limit to the rate. */
  public AgentSettings(
      int unsettled, Duration receiptTimeout, Duration backoffCap, Duration parkPause) {
    this(unsettled, receiptTimeout, backoffCap, parkPause, Duration.ZERO);
  }

  private static boolean positive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }
}
