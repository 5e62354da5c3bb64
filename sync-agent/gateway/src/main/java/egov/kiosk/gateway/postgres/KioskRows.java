package egov.kiosk.gateway.postgres;

import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.store.Finding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the tables say about one kiosk. */
final class KioskRows {
  private KioskRows() {}

  static List<TransactionId> settled(Connection connection, String kioskId, LocalDate day)
      throws SQLException {
    List<TransactionId> ids = new ArrayList<>();
    try (PreparedStatement sql =
        connection.prepareStatement(
            "SELECT id FROM accepted WHERE kiosk_id = ? AND accepted_at >= ? AND accepted_at < ?"
                + " ORDER BY id")) {
      sql.setString(1, kioskId);
      sql.setObject(2, day.atStartOfDay().atOffset(ZoneOffset.UTC));
      sql.setObject(3, day.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          ids.add(new TransactionId(row.getObject(1, UUID.class).toString()));
        }
      }
    }
    return ids;
  }

  static long taken(Connection connection, String kioskId, Instant before) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "SELECT count(*) FROM accepted WHERE kiosk_id = ? AND accepted_at < ?")) {
      sql.setString(1, kioskId);
      sql.setObject(2, AcceptedRows.time(before));
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  static void keep(Connection connection, Finding finding) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "INSERT INTO finding (id, kiosk_id, kind, at, word, detail)"
                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
      sql.setObject(1, AcceptedRows.uuid(finding.id()));
      sql.setString(2, finding.kioskId());
      sql.setString(3, finding.kind().word());
      sql.setObject(4, AcceptedRows.time(finding.at()));
      sql.setString(5, finding.word());
      sql.setString(6, finding.detail());
      sql.executeUpdate();
    }
  }

  static List<Finding> findings(Connection connection, String word, int limit) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    try (PreparedStatement sql =
        connection.prepareStatement(
            "SELECT kiosk_id, kind, at, word, detail, id FROM finding WHERE word = ?"
                + " ORDER BY at DESC LIMIT ?")) {
      sql.setString(1, word);
      sql.setInt(2, limit);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          findings.add(finding(row, new TransactionId(row.getObject(6, UUID.class).toString())));
        }
      }
    }
    return findings;
  }

  private static Finding finding(ResultSet row, TransactionId id) throws SQLException {
    return new Finding(
        id,
        row.getString(1),
        AcceptedRows.kind(row.getString(2)),
        AcceptedRows.instant(row, 3),
        row.getString(4),
        row.getString(5));
  }

  static Optional<Finding> finding(Connection connection, TransactionId statement)
      throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "SELECT kiosk_id, kind, at, word, detail FROM finding WHERE id = ?")) {
      sql.setObject(1, AcceptedRows.uuid(statement));
      try (ResultSet row = sql.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(finding(row, statement));
      }
    }
  }
}
