package egov.kiosk.gateway.postgres;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.store.Accepted;
import egov.kiosk.gateway.store.Candidate;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table {@code accepted}. */
final class AcceptedRows {
  private static final String COLUMNS =
      "id, kind, kiosk_id, item_code, envelope_sm3, acceptance_number, accepted_at";

  private AcceptedRows() {}

  static Map<TransactionId, Accepted> find(Connection connection, Collection<TransactionId> ids)
      throws SQLException {
    Map<TransactionId, Accepted> found = new HashMap<>();
    Array wanted =
        connection.createArrayOf("uuid", ids.stream().map(AcceptedRows::uuid).toArray(UUID[]::new));
    try (PreparedStatement sql =
        connection.prepareStatement("SELECT " + COLUMNS + " FROM accepted WHERE id = ANY (?)")) {
      sql.setArray(1, wanted);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          Accepted accepted = read(row);
          found.put(accepted.id(), accepted);
        }
      }
    }
    return found;
  }

  static Optional<byte[]> envelope(Connection connection, TransactionId id) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement("SELECT envelope FROM accepted WHERE id = ?")) {
      sql.setObject(1, uuid(id));
      try (ResultSet row = sql.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  static void insert(Connection connection, List<Candidate> taken, Map<TransactionId, Accepted> as)
      throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "INSERT INTO accepted (" + COLUMNS + ", envelope) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Candidate candidate : taken) {
        Accepted accepted = as.get(candidate.id());
        sql.setObject(1, uuid(candidate.id()));
        sql.setString(2, candidate.kind().word());
        sql.setString(3, candidate.kioskId());
        sql.setString(4, candidate.itemCode());
        sql.setString(5, candidate.envelopeSm3());
        sql.setString(6, accepted.acceptanceNumber().orElse(null));
        sql.setObject(7, time(accepted.acceptedAt()));
        sql.setBytes(8, candidate.envelope());
        sql.addBatch();
      }
      sql.executeBatch();
    }
  }

  static UUID uuid(TransactionId id) {
    return UUID.fromString(id.value());
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static MessageKind kind(String word) throws SQLException {
    for (MessageKind kind : MessageKind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new SQLException("a kind of message this program does not know", "0A000");
  }

  private static Accepted read(ResultSet row) throws SQLException {
    return new Accepted(
        new TransactionId(row.getObject(1, UUID.class).toString()),
        kind(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        Optional.ofNullable(row.getString(6)),
        instant(row, 7));
  }
}
