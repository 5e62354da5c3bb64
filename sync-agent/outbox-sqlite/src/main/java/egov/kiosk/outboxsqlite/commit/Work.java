package egov.kiosk.outboxsqlite.commit;

import egov.kiosk.domain.outbox.OutboxException;
import java.sql.SQLException;

/**
 * Something to do on the writing connection. It may run twice: when the group it was in could not
 * be committed, it runs once more alone.
 */
@FunctionalInterface
public interface Work<T> {
  /**
   * Does it.
   *
   * @throws OutboxException when it is refused; then it has changed nothing
   * @throws SQLException when the store failed; then the whole group is undone
   */
  T run() throws SQLException, OutboxException;
}
