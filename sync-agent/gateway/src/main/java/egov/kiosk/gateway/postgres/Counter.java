package egov.kiosk.gateway.postgres;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.gateway.store.AcceptanceNumbers;
import egov.kiosk.gateway.store.Totals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The one row of {@code gateway_counter} in one transaction. Locking it puts the workers in a row,
 * so that places in the outbox become visible in their order: whoever reads on from the last place
 * it knows misses none.
 */
final class Counter {
  private String day;
  private long numbers;
  private long sequence;
  private long transactions;
  private long ratings;
  private long statements;

  private Counter(ResultSet row) throws SQLException {
    day = row.getString(1);
    numbers = row.getLong(2);
    sequence = row.getLong(3);
    transactions = row.getLong(4);
    ratings = row.getLong(5);
    statements = row.getLong(6);
  }

  /** Waits for the row; it stays ours until the transaction ends. */
  static Counter lock(Connection connection) throws SQLException {
    return read(connection, " FOR UPDATE");
  }

  /** The row as it is. */
  static Counter look(Connection connection) throws SQLException {
    return read(connection, "");
  }

  private static Counter read(Connection connection, String how) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT day, numbers, sequence, transactions, ratings, statements"
                    + " FROM gateway_counter WHERE one = 1"
                    + how)) {
      row.next();
      return new Counter(row);
    }
  }

  /** The next official number of a day. A clock that went back to an earlier day keeps this one. */
  String nextNumber(String today) {
    if (today.compareTo(day) > 0) {
      day = today;
      numbers = 0;
    }
    numbers++;
    return AcceptanceNumbers.number(day, numbers);
  }

  /** The next place in the outbox. */
  long nextPlace() {
    sequence++;
    return sequence;
  }

  /** The last place that was given. */
  long lastPlace() {
    return sequence;
  }

  void count(MessageKind kind) {
    switch (kind) {
      case ITEM -> transactions++;
      case RATING -> ratings++;
      default -> statements++;
    }
  }

  Totals totals(long waiting) {
    return new Totals(transactions, ratings, statements, waiting);
  }

  void write(Connection connection) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "UPDATE gateway_counter SET day = ?, numbers = ?, sequence = ?, transactions = ?,"
                + " ratings = ?, statements = ? WHERE one = 1")) {
      sql.setString(1, day);
      sql.setLong(2, numbers);
      sql.setLong(3, sequence);
      sql.setLong(4, transactions);
      sql.setLong(5, ratings);
      sql.setLong(6, statements);
      sql.executeUpdate();
    }
  }
}
