package egov.kiosk.flow;

import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView;
import java.time.Duration;

/** When somebody was last there. Guarded by the desk's lock. */
final class IdleTimer {
  private final Ticker ticker;
  private Duration touched;

  IdleTimer(Ticker ticker) {
    this.ticker = ticker;
    this.touched = ticker.elapsed();
  }

  /** Somebody is there, or a device is at work. */
  void touch() {
    touched = ticker.elapsed();
  }

  /** Whether question and answer time of this page are over. */
  boolean over(IdleTable table, Page page) {
    return table
        .quiet(page)
        .map(quiet -> left(quiet.plus(table.warning())).toNanos() <= 0)
        .orElse(false);
  }

  /** What the screen needs to ask in time; null on a page that never asks. */
  SessionView.Idle view(IdleTable table, Page page) {
    return table
        .quiet(page)
        .map(
            quiet ->
                new SessionView.Idle(
                    millis(left(quiet)), millis(left(quiet.plus(table.warning())))))
        .orElse(null);
  }

  private Duration left(Duration allowed) {
    return allowed.minus(ticker.elapsed().minus(touched));
  }

  private static long millis(Duration left) {
    return Math.max(0, left.toMillis());
  }
}
