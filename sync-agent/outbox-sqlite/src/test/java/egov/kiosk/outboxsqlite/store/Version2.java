package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.envelope.SignedEnvelope;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes files as programs did before there were data keys. */
public final class Version2 {
  private static final String INSERT =
      "INSERT INTO message (sequence, id, kind, item, lane, order_key, local_number, sm3, length,"
          + " queued_at, attempts, filed, state, retries, settled_at, issued_at, number, reason,"
          + " seal, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 3, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private Version2() {}

  /** Every third one is delivered under a number, every third one refused for a reason. */
  public static void write(
      Path file, List<SignedEnvelope> messages, Instant now, String number, String reason)
      throws SQLException {
    try (Connection connection = Connections.writer(file)) {
      new Schema(SchemaSteps.ALL.subList(0, 2)).migrate(connection);
      MessageDigest sha256 = RowSeal.digest();
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        for (int i = 0; i < messages.size(); i++) {
          StoredRow row =
              StoredRow.pending(i + 1, messages.get(i), now)
                  .now(standing(i % 3, now, number, reason));
          insert(insert, row, OldSeal.of(row, sha256), i < messages.size() - 2);
        }
      }
      connection.commit();
    }
  }

  private static Standing standing(int which, Instant now, String number, String reason) {
    Optional<Long> at = Optional.of(now.toEpochMilli());
    return switch (which) {
      case 1 -> new Standing("DELIVERED", 0, at, at, Optional.of(number), Optional.empty());
      case 2 -> new Standing("DEAD_LETTER", 1, at, at, Optional.empty(), Optional.of(reason));
      default -> Standing.NEW;
    };
  }

  private static void insert(PreparedStatement insert, StoredRow row, byte[] seal, boolean filed)
      throws SQLException {
    StoredMessage message = row.message();
    Standing standing = row.standing();
    insert.setLong(1, row.sequence());
    insert.setString(2, message.id());
    insert.setString(3, message.kind());
    insert.setString(4, message.item());
    insert.setString(5, message.lane());
    insert.setString(6, message.orderKey().orElse(null));
    insert.setString(7, message.localNumber().orElse(null));
    insert.setString(8, message.sm3());
    insert.setLong(9, message.length());
    insert.setLong(10, message.queuedAt());
    insert.setInt(11, filed ? 1 : 0);
    insert.setString(12, standing.state());
    insert.setLong(13, standing.retries());
    insert.setObject(14, standing.settledAt().orElse(null));
    insert.setObject(15, standing.issuedAt().orElse(null));
    insert.setString(16, standing.number().orElse(null));
    insert.setString(17, standing.reason().orElse(null));
    insert.setBytes(18, seal);
    insert.setBytes(19, row.bytes().length == 0 ? null : row.bytes());
    insert.executeUpdate();
  }
}
