package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.outboxsqlite.store.Connections;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;

/** Writes files as the first released program did: its tables and its check values, copied. */
final class Version1 {
  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE message (
            sequence INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            item TEXT NOT NULL,
            sm3 TEXT NOT NULL,
            length INTEGER NOT NULL,
            queued_at INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            state TEXT NOT NULL,
            settled_at INTEGER,
            number TEXT,
            reason TEXT,
            seal BLOB NOT NULL,
            bytes BLOB
          ) STRICT""",
          "CREATE UNIQUE INDEX message_id ON message (id)",
          "CREATE INDEX message_pending ON message (sequence) WHERE state = 'PENDING'",
          "CREATE INDEX message_dead ON message (sequence) WHERE state = 'DEAD_LETTER'",
          """
          CREATE TABLE gap (
            first INTEGER PRIMARY KEY,
            last INTEGER NOT NULL,
            noted_at INTEGER NOT NULL
          ) STRICT""",
          "PRAGMA application_id = " + 0x45474B4F,
          "PRAGMA user_version = 1");

  /** Where a row stands. */
  record Fate(String state, Long settledAt, String number, String reason) {
    static final Fate PENDING = new Fate("PENDING", null, null, null);
  }

  private final Connection connection;

  private Version1(Connection connection) {
    this.connection = connection;
  }

  /** What to write. */
  interface Content {
    void into(Version1 file) throws Exception;
  }

  static void write(Path file, Content content) throws Exception {
    try (Connection connection = Connections.writer(file);
        Statement statement = connection.createStatement()) {
      for (String sql : TABLES) {
        statement.execute(sql);
      }
      connection.setAutoCommit(false);
      content.into(new Version1(connection));
      connection.commit();
    }
  }

  void gap(long first, long last) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO gap VALUES (" + first + ", " + last + ", 0)");
    }
  }

  void row(long sequence, SignedEnvelope envelope, Fate fate, int attempts) throws Exception {
    boolean gone = fate.state.equals("DELIVERED");
    byte[] bytes = gone ? new byte[0] : envelope.bytes();
    long queuedAt = Envelopes.NOW.toEpochMilli();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, sequence);
      insert.setString(2, envelope.id().value());
      insert.setString(3, envelope.kind().name());
      insert.setString(4, envelope.itemCode());
      insert.setString(5, envelope.sm3());
      insert.setLong(6, envelope.length());
      insert.setLong(7, queuedAt);
      insert.setInt(8, attempts);
      insert.setString(9, fate.state);
      insert.setObject(10, fate.settledAt);
      insert.setString(11, fate.number);
      insert.setString(12, fate.reason);
      insert.setBytes(13, seal(sequence, envelope, queuedAt, fate, bytes));
      insert.setBytes(14, gone ? null : bytes);
      insert.executeUpdate();
    }
  }

  private static byte[] seal(
      long sequence, SignedEnvelope envelope, long queuedAt, Fate fate, byte[] bytes)
      throws Exception {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(head);
    text(out, "egov-kiosk-outbox-row-1");
    out.writeLong(sequence);
    text(out, envelope.id().value());
    text(out, envelope.kind().name());
    text(out, envelope.itemCode());
    text(out, envelope.sm3());
    out.writeLong(envelope.length());
    out.writeLong(queuedAt);
    text(out, fate.state);
    out.writeLong(fate.settledAt == null ? Long.MIN_VALUE : fate.settledAt);
    text(out, fate.number == null ? "" : fate.number);
    text(out, fate.reason == null ? "" : fate.reason);
    out.writeInt(bytes.length);
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(head.toByteArray());
    return sha256.digest(bytes);
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
