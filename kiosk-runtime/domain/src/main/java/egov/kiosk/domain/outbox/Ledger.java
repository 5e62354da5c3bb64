package egov.kiosk.domain.outbox;

import java.time.LocalDate;

/** The queue's books, for the daily reconciliation. Safe for use by several threads. */
public interface Ledger {
  /**
   * The books as they are now, with what was settled on a day.
   *
   * @param day UTC
   */
  Reckoning reckon(LocalDate day) throws OutboxException;
}
