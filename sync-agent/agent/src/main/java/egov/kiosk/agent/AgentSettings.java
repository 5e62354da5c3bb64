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
 * @param drainRate how many messages a second may follow the first {@value Pace#BURST} after the
 *     line came up, 1 to 10,000; 0 for as many as the window lets
 */
public record AgentSettings(
    int unsettled,
    Duration receiptTimeout,
    Duration backoffCap,
    Duration parkPause,
    int drainRate) {
  /** What a lane of the agent's memory holds, less what rests there. */
  public static final int MOST_UNSETTLED = 2000;

  public AgentSettings {
    Objects.requireNonNull(receiptTimeout, "receiptTimeout");
    Objects.requireNonNull(backoffCap, "backoffCap");
    Objects.requireNonNull(parkPause, "parkPause");
    if (unsettled < 1 || unsettled > MOST_UNSETTLED) {
      throw new IllegalArgumentException("unsettled is 1 to " + MOST_UNSETTLED);
    }
    if (!positive(receiptTimeout) || !positive(backoffCap) || !positive(parkPause)) {
      throw new IllegalArgumentException("timeouts and pauses are longer than nothing");
    }
    if (drainRate < 0 || drainRate > 10_000) {
      throw new IllegalArgumentException("the drain rate is 0 to 10,000 a second");
    }
  }

  /** Settings without a limit to the rate. */
  public AgentSettings(
      int unsettled, Duration receiptTimeout, Duration backoffCap, Duration parkPause) {
    this(unsettled, receiptTimeout, backoffCap, parkPause, 0);
  }

  private static boolean positive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }
}
