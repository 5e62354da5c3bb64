package egov.kiosk.flow.session;

import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.surroundings.IdleTable;
import egov.kiosk.flow.surroundings.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * When somebody was last there, and when a long session asks so again. Guarded by the desk's lock.
 */
public final class IdleTimer {
  private final Ticker ticker;
  private Duration touched;
  private Duration ask;

  public IdleTimer(Ticker ticker) {
    this.ticker = ticker;
    this.touched = ticker.elapsed();
    this.ask = touched.plus(IdleTable.ROUND);
  }

  /** Somebody is there: that answers the question, if it stands. */
  public void touch() {
    touched = ticker.elapsed();
    if (touched.compareTo(ask) >= 0) {
      ask = touched.plus(IdleTable.ROUND);
    }
  }

  /** The citizen waits, for a device or for somebody to come: that puts the question off. */
  public void waiting() {
    touched = ticker.elapsed();
    if (touched.compareTo(ask) > 0) {
      ask = touched;
    }
  }

  /** Whether question and answer time of this page are over. */
  public boolean over(IdleTable table, Page page) {
    return untilQuestion(table, page).map(left -> ended(left, table)).orElse(false);
  }

  private static boolean ended(Duration left, IdleTable table) {
    return left.plus(table.warning()).toNanos() <= 0;
  }

  /** What the screen needs to ask in time; null on a page that never asks. */
  public SessionView.Idle view(IdleTable table, Page page) {
    return table
        .quiet(page)
        .map(
            quiet ->
                new SessionView.Idle(
                    millis(left(quiet)),
                    millis(left(quiet.plus(table.warning()))),
                    untilAsked().toMillis()))
        .orElse(null);
  }

  /** Below zero while the question stands; empty on a page that never asks. */
  private Optional<Duration> untilQuestion(IdleTable table, Page page) {
    return table
        .quiet(page)
        .map(this::left)
        .map(silent -> silent.compareTo(untilAsked()) < 0 ? silent : untilAsked());
  }

  private Duration untilAsked() {
    return ask.minus(ticker.elapsed());
  }

  private Duration left(Duration allowed) {
    return allowed.minus(ticker.elapsed().minus(touched));
  }

  private static long millis(Duration left) {
    return Math.max(0, left.toMillis());
  }
}
