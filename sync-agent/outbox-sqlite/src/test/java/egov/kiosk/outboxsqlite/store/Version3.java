package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.domain.rest.RestPlace;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The program of version 3 of the file: what it asks, writes and seals, copied and never changed.
 * It is what an update that is undone brings back.
 */
public final class Version3 implements AutoCloseable {
  private static final String COLUMNS =
      "sequence, id, kind, lane, local_number, sm3, length, queued_at,"
          + " state, retries, settled_at, issued_at, bytes, box, seal";
  private static final String PENDING =
      "SELECT "
          + COLUMNS
          + " FROM message WHERE sequence IN (SELECT sequence FROM message INDEXED BY"
          + " message_pending WHERE filed = 1 AND state = 'PENDING' AND lane = ?1 UNION ALL SELECT"
          + " sequence FROM message NOT INDEXED WHERE filed = 0 AND sequence > (SELECT"
          + " max(sequence) FROM message) - 256 AND state = 'PENDING' AND lane = ?1) ORDER BY"
          + " sequence";
  private static final String APPEND =
      "INSERT INTO message ("
          + COLUMNS
          + ", attempts, filed, labelled) VALUES (coalesce((SELECT sequence FROM message INDEXED"
          + " BY message_id WHERE filed = 1 AND id = ?2), ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8,"
          + " 'PENDING', 0, NULL, NULL, ?9, ?10, ?11, 0, 0, 1) ON CONFLICT (sequence) DO NOTHING";
  private static final String FILE =
      "UPDATE OR IGNORE message SET filed = 1 WHERE filed = 0 AND sequence > ? AND sequence <= ?";
  private static final String STAND =
      "UPDATE message SET state = ?, retries = ?, settled_at = ?, issued_at = ?, box = ?,"
          + " seal = ?, bytes = ?, attempts = attempts + ?, labelled = 1 WHERE sequence = ?";
  private static final String NOTE = "INSERT OR IGNORE INTO rest_key (id) VALUES (?)";

  private final Connection connection;
  private final RestBox rest;

  /** Opens a file as that program did, when the file lets it. */
  public Version3(Path file, RestBox rest) throws Exception {
    this.rest = rest;
    connection = Connections.writer(file);
    int said = number("PRAGMA user_version");
    if (said != 3 && said >>> 16 != 3) {
      connection.close();
      throw new IOException("version 3 cannot go on with " + said);
    }
  }

  /** A row that is as it was written. */
  public record Row(long sequence, String id, String kind, String item, String sm3, String hex) {}

  private int number(String sql) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  /** What waits in a lane, every row opened and checked. */
  public List<Row> pending(String lane) throws Exception {
    List<Row> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(PENDING)) {
      query.setString(1, lane);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(row(row));
        }
      }
    }
    return found;
  }

  private Row row(ResultSet row) throws Exception {
    byte[] bytes = row.getBytes(13);
    byte[] beside =
        beside(row, row.getString(9), row.getLong(10), Long.MIN_VALUE, Long.MIN_VALUE, bytes);
    byte[] box = row.getBytes(14);
    if (!MessageDigest.isEqual(seal(beside, box), row.getBytes(15))) {
      throw new IOException("the row at place " + row.getLong(1) + " is altered");
    }
    byte[] labels = rest.open(place(row.getLong(1)), beside, box);
    int length = java.nio.ByteBuffer.wrap(labels).getInt();
    return new Row(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        new String(labels, 4, length, StandardCharsets.UTF_8),
        row.getString(6),
        java.util.HexFormat.of().formatHex(bytes));
  }

  /** Appends one and files all. */
  public void append(long sequence, SignedEnvelope envelope, Instant now) throws Exception {
    connection.setAutoCommit(false);
    try (PreparedStatement insert = connection.prepareStatement(APPEND);
        PreparedStatement file = connection.prepareStatement(FILE);
        PreparedStatement note = connection.prepareStatement(NOTE)) {
      insert.setLong(1, sequence);
      insert.setString(2, envelope.id().value());
      insert.setString(3, envelope.kind().name());
      insert.setString(4, envelope.label().lane().name());
      insert.setString(5, null);
      insert.setString(6, envelope.sm3());
      insert.setLong(7, envelope.length());
      insert.setLong(8, now.toEpochMilli());
      insert.setBytes(9, envelope.bytes());
      byte[] beside =
          new Digest()
              .text("egov-kiosk-outbox-row-3")
              .number(sequence)
              .text(envelope.id().value())
              .text(envelope.kind().name())
              .text(envelope.label().lane().name())
              .text("")
              .text(envelope.sm3())
              .number(envelope.length())
              .number(now.toEpochMilli())
              .text("PENDING")
              .number(0)
              .number(Long.MIN_VALUE)
              .number(Long.MIN_VALUE)
              .bytes(envelope.bytes());
      byte[] box = rest.seal(place(sequence), beside, labels(envelope.itemCode(), ""));
      insert.setBytes(10, box);
      insert.setBytes(11, seal(beside, box));
      insert.executeUpdate();
      file.setLong(1, 0);
      file.setLong(2, sequence);
      file.executeUpdate();
      note.setString(1, rest.current().value());
      note.executeUpdate();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Settles a message that waits. */
  public void settle(Row row, String number, Instant now) throws Exception {
    long at = now.toEpochMilli();
    try (PreparedStatement query =
            connection.prepareStatement("SELECT " + COLUMNS + " FROM message WHERE sequence = ?");
        PreparedStatement update = connection.prepareStatement(STAND)) {
      query.setLong(1, row.sequence());
      try (ResultSet found = query.executeQuery()) {
        found.next();
        byte[] beside = beside(found, "DELIVERED", found.getLong(10), at, at, new byte[0]);
        byte[] box = rest.seal(place(row.sequence()), beside, labels(row.item(), number));
        update.setString(1, "DELIVERED");
        update.setLong(2, found.getLong(10));
        update.setLong(3, at);
        update.setLong(4, at);
        update.setBytes(5, box);
        update.setBytes(6, seal(beside, box));
        update.setBytes(7, null);
        update.setInt(8, 1);
        update.setLong(9, row.sequence());
      }
      update.executeUpdate();
    }
  }

  private static byte[] beside(
      ResultSet row, String state, long retries, long settled, long issued, byte[] bytes)
      throws Exception {
    String slip = row.getString(5);
    return new Digest()
        .text("egov-kiosk-outbox-row-3")
        .number(row.getLong(1))
        .text(row.getString(2))
        .text(row.getString(3))
        .text(row.getString(4))
        .text(slip == null ? "" : slip)
        .text(row.getString(6))
        .number(row.getLong(7))
        .number(row.getLong(8))
        .text(state)
        .number(retries)
        .number(settled)
        .number(issued)
        .bytes(bytes);
  }

  private static RestPlace place(long sequence) {
    return new RestPlace("outbox.message", Long.toString(sequence));
  }

  private static byte[] labels(String item, String number) throws Exception {
    return new Digest().text(item).text("").text(number).text("").written();
  }

  private static byte[] seal(byte[] beside, byte[] box) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(beside);
    return sha256.digest(box);
  }

  @Override
  public void close() throws Exception {
    connection.close();
  }

  /** Columns one behind the other. */
  private static final class Digest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(written);

    Digest text(String text) throws IOException {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(utf8.length);
      out.write(utf8);
      return this;
    }

    Digest number(long number) throws IOException {
      out.writeLong(number);
      return this;
    }

    byte[] bytes(byte[] message) throws Exception {
      out.writeInt(message.length);
      out.write(message);
      return MessageDigest.getInstance("SHA-256").digest(written.toByteArray());
    }

    byte[] written() {
      return written.toByteArray();
    }
  }
}
