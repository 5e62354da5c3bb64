package egov.kiosk.outboxsqlite.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The numbers that must agree with each other: places are given out without holes, and holes made
 * by a loss are written down. Counted from the small indexes, so that a long queue costs little.
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
      "SELECT (SELECT count(*) FROM message INDEXED BY message_pending"
          + " WHERE filed = 1 AND state = 'PENDING')"
          + " + (SELECT count(*) FROM message NOT INDEXED WHERE state = 'PENDING' AND "
          + Tail.UNFILED
          + "),"
          + " (SELECT count(*) FROM message INDEXED BY message_dead WHERE state = 'DEAD_LETTER'),"
          + " (SELECT count(*) FROM message INDEXED BY message_delivered"
          + " WHERE state = 'DELIVERED'),"
          + " (SELECT coalesce(max(sequence), 0) FROM message),"
          + " (SELECT coalesce(sum(last - first + 1), 0) FROM gap),"
          + " (SELECT coalesce(max(last), 0) FROM gap)";

  /** Counts. */
  public static Census take(Connection connection) throws SQLException {
    Census quick = quick(connection);
    // A row whose state is edited into nonsense is in none of the small indexes.
    return quick.complete() ? quick : quick.withRows(all(connection));
  }

  /** Counts in a file of version 1, which has no small index for what was delivered. */
  static Census ofVersion1(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT (SELECT count(*) FROM message INDEXED BY message_id),"
                    + " (SELECT coalesce(max(sequence), 0) FROM message),"
                    + " (SELECT coalesce(sum(last - first + 1), 0) FROM gap),"
                    + " (SELECT coalesce(max(last), 0) FROM gap)")) {
      row.next();
      return new Census(row.getLong(1), 0, 0, row.getLong(2), row.getLong(3), row.getLong(4));
    }
  }

  private static Census quick(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUESTION)) {
      row.next();
      long pending = row.getLong(1);
      long dead = row.getLong(2);
      return new Census(
          pending + dead + row.getLong(3),
          pending,
          dead,
          row.getLong(4),
          row.getLong(5),
          row.getLong(6));
    }
  }

  private static long all(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT (SELECT count(*) FROM message INDEXED BY message_id WHERE filed = 1)"
                    + " + (SELECT count(*) FROM message NOT INDEXED WHERE "
                    + Tail.UNFILED
                    + ")")) {
      row.next();
      return row.getLong(1);
    }
  }

  private Census withRows(long counted) {
    return new Census(counted, pending, deadLetter, highest, missing, highestMissing);
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
