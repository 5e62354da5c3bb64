package egov.kiosk.outboxsqlite.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The numbers that must agree with each other: places are given out without holes, and holes made
 * by a loss are written down.
 *
 * @param rows rows in the file
 * @param pending rows waiting for a receipt
 * @param deadLetter rows given up
 * @param highest the highest place a row has
 * @param missing places known to be lost
 * @param highestMissing the highest of those
 */
public record Census(
    long rows, long pending, long deadLetter, long highest, long missing, long highestMissing) {

  private static final String QUESTION =
      "SELECT (SELECT count(*) FROM message INDEXED BY message_id),"
          + " (SELECT count(*) FROM message INDEXED BY message_pending WHERE state = 'PENDING'),"
          + " (SELECT count(*) FROM message INDEXED BY message_dead WHERE state = 'DEAD_LETTER'),"
          + " (SELECT coalesce(max(sequence), 0) FROM message),"
          + " (SELECT coalesce(sum(last - first + 1), 0) FROM gap),"
          + " (SELECT coalesce(max(last), 0) FROM gap)";

  static Census take(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUESTION)) {
      row.next();
      return new Census(
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5),
          row.getLong(6));
    }
  }

  /** The highest place given out, as far as the file knows. */
  public long last() {
    return Math.max(highest, highestMissing);
  }

  /** Whether every place given out has a row or is known to be lost. */
  public boolean complete() {
    return rows + missing == last();
  }

  /** The tally to go on with. */
  public Tally tally(long highWater) {
    long last = Math.max(last(), highWater);
    return new Tally(last, pending, rows - pending - deadLetter, deadLetter, 0);
  }
}
