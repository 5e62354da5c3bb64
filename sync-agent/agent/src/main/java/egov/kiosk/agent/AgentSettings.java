package egov.kiosk.agent;

import java.time.Duration;
import java.util.Objects;

/**
 * How the agent drains the queue.
 *
 * @param window how many messages may be unsettled on their way at once, 1 to 1000; the uplink's
 *     own window may be smaller
 * @param receiptTimeout how long to wait for the platform's receipt before sending again
 * @param backoffCap the longest pause between two sendings of a message
 * @param parkPause how long to leave a message alone that the broker refuses
 */
public record AgentSettings(
    int window, Duration receiptTimeout, Duration backoffCap, Duration parkPause) {
  public AgentSettings {
    Objects.requireNonNull(receiptTimeout, "receiptTimeout");
    Objects.requireNonNull(backoffCap, "backoffCap");
    Objects.requireNonNull(parkPause, "parkPause");
    if (window < 1 || window > 1000) {
      throw new IllegalArgumentException("the window is 1 to 1000");
    }
    if (!positive(receiptTimeout) || !positive(backoffCap) || !positive(parkPause)) {
      throw new IllegalArgumentException("timeouts and pauses are longer than nothing");
    }
  }

  private static boolean positive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }
}
