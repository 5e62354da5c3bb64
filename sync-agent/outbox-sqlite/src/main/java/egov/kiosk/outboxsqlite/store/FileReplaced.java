package egov.kiosk.outboxsqlite.store;

import java.sql.SQLException;

/** The files under the database's names are not those that are open. */
public final class FileReplaced extends SQLException {
  private static final long serialVersionUID = 1L;

  FileReplaced() {
    super("the database or its log was replaced or removed while in use");
  }
}
