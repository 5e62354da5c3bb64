package egov.kiosk.outboxsqlite.commit;

import egov.kiosk.domain.outbox.OutboxException;
import java.sql.SQLException;

/** What the group commit needs of the store. Called by one thread at a time. */
public interface Transactions {
  /**
   * Opens a transaction.
   *
   * @param synced whether the disk must have it when {@link #commit} returns; otherwise a power cut
   *     may undo it as a whole, up to the next one that is synced
   */
  void begin(boolean synced) throws SQLException, OutboxException;

  /** Commits it. */
  void commit() throws SQLException;

  /** Undoes it, also after a failed commit; never throws. */
  void rollback(Exception cause);

  /** The store's failure in the queue's words. */
  OutboxException translate(SQLException e);
}
