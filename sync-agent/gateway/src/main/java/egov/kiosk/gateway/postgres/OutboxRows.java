package egov.kiosk.gateway.postgres;

import egov.kiosk.domain.transaction.TransactionId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The table {@code outbox}: what the stream has not got yet, in the order it was taken. */
final class OutboxRows {
  private OutboxRows() {}

  static void insert(Connection connection, List<TransactionId> ids, Counter counter)
      throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement("INSERT INTO outbox VALUES (?, ?)")) {
      for (TransactionId id : ids) {
        sql.setLong(1, counter.nextPlace());
        sql.setObject(2, AcceptedRows.uuid(id));
        sql.addBatch();
      }
      sql.executeBatch();
    }
  }

  static long count(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT count(*) FROM outbox")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Those behind a place, in order. */
  static List<Waiting> after(Connection connection, long place, int limit) throws SQLException {
    List<Waiting> rows = new ArrayList<>();
    try (PreparedStatement sql =
        connection.prepareStatement(
            "SELECT o.sequence, a.id, a.kind, a.kiosk_id, a.item_code, a.envelope_sm3,"
                + " a.acceptance_number, a.accepted_at, a.envelope"
                + " FROM outbox o JOIN accepted a ON a.id = o.id"
                + " WHERE o.sequence > ? ORDER BY o.sequence LIMIT ?")) {
      sql.setLong(1, place);
      sql.setInt(2, limit);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          rows.add(
              new Waiting(
                  row.getLong(1),
                  row.getObject(2, UUID.class).toString(),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7),
                  AcceptedRows.instant(row, 8),
                  row.getBytes(9)));
        }
      }
    }
    return rows;
  }

  /** Takes away what the stream has. */
  static void delete(Connection connection, long upTo) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement("DELETE FROM outbox WHERE sequence <= ?")) {
      sql.setLong(1, upTo);
      sql.executeUpdate();
    }
  }
}
