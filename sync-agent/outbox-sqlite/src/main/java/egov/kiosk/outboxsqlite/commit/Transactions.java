package egov.kiosk.outboxsqlite.commit;

import egov.kiosk.domain.outbox.OutboxException;
import java.sql.SQLException;

/** What the group commit needs of the store. Called by one thread at a time. */
public interface Transactions {
  /** Opens a transaction. */
  void begin() throws SQLException, OutboxException;

  /** Makes it durable; when this returns, the disk has it. */
  void commit() throws SQLException;

  /** Undoes it, also after a failed commit; never throws. */
  void rollback(Exception cause);

  /** The store's failure in the queue's words. */
  OutboxException translate(SQLException e);
}
