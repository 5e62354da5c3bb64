package egov.kiosk.outboxsqlite.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The statements of the writing connection, prepared once. After any failure they must be made
 * anew: the driver disposes of a statement that has failed.
 */
final class WriteStatements {
  final PreparedStatement begin;
  final PreparedStatement commit;
  final PreparedStatement append;
  final PreparedStatement file;
  final PreparedStatement rowById;
  final PreparedStatement rowBySequence;
  final PreparedStatement stand;
  final PreparedStatement attempts;
  final PreparedStatement strip;
  final PreparedStatement reseal;
  final PreparedStatement noteKey;
  final PreparedStatement keepOnlyKey;
  final PreparedStatement from;

  private final PreparedStatement pages;
  private final PreparedStatement free;
  private final PreparedStatement truncate;

  WriteStatements(Connection connection) throws SQLException {
    begin = connection.prepareStatement("BEGIN IMMEDIATE");
    commit = connection.prepareStatement("COMMIT");
    append = connection.prepareStatement(Rows.APPEND);
    file = connection.prepareStatement(Tail.FILE);
    rowById =
        connection.prepareStatement(
            "SELECT "
                + Rows.COLUMNS
                + " FROM message INDEXED BY message_id WHERE filed = 1 AND id = ?");
    rowBySequence =
        connection.prepareStatement("SELECT " + Rows.COLUMNS + " FROM message WHERE sequence = ?");
    stand =
        connection.prepareStatement(
            "UPDATE message SET state = ?, retries = ?, settled_at = ?, issued_at = ?, box = ?,"
                + " seal = ?, bytes = ?, attempts = attempts + ?, labelled = 1"
                + " WHERE sequence = ?");
    reseal = connection.prepareStatement("UPDATE message SET box = ?, seal = ? WHERE sequence = ?");
    noteKey = connection.prepareStatement(KeysInUse.NOTE);
    keepOnlyKey = connection.prepareStatement(KeysInUse.KEEP_ONLY);
    from =
        connection.prepareStatement(
            "SELECT " + Rows.COLUMNS + " FROM message WHERE sequence > ? ORDER BY sequence");
    attempts =
        connection.prepareStatement(
            "UPDATE message SET attempts = attempts + ? WHERE sequence = ?");
    strip =
        connection.prepareStatement(
            "UPDATE message SET local_number = NULL, labelled = 0, box = ?, seal = ?"
                + " WHERE sequence = ? AND state = 'DELIVERED'");
    pages = connection.prepareStatement("PRAGMA page_count");
    free = connection.prepareStatement("PRAGMA freelist_count");
    truncate = connection.prepareStatement("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  /** Bytes in use, without the pages that wait to be used again. */
  long usedBytes() throws SQLException {
    return (number(pages) - number(free)) * Schema.PAGE_SIZE;
  }

  /**
   * Moves the log into the database and empties it.
   *
   * @return whether nobody was in the way
   */
  boolean checkpoint() throws SQLException {
    return number(truncate) == 0;
  }

  private static long number(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
