package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Opens queues and does to their files what should never happen to them. */
final class Fixture {
  static final String DB = "outbox.db";
  static final String WAL = "outbox.db-wal";

  /** The same in every process of a test. */
  static final TestRing RING = new TestRing("kiosk");

  static final Surroundings SURROUNDINGS =
      new Surroundings(
          Clock.systemUTC(),
          () -> Optional.of(Envelopes.KIOSK),
          () -> Optional.of(new AnyDigest()),
          RING);

  private Fixture() {}

  static OutboxSettings settings(Path directory) {
    return new OutboxSettings(directory, 64 << 20, 1 << 20, Duration.ofSeconds(5));
  }

  static SqliteOutbox open(Path directory) throws OutboxException {
    return open(settings(directory));
  }

  static SqliteOutbox open(OutboxSettings settings) throws OutboxException {
    return SqliteOutbox.open(settings, SURROUNDINGS);
  }

  /** Appends messages and leaves the files as a killed process would: with a log not emptied. */
  static List<SignedEnvelope> killedWith(Path directory, int messages, int bytes) throws Exception {
    Path living = directory.resolveSibling(directory.getFileName() + "-living");
    List<SignedEnvelope> sent = new ArrayList<>();
    try (SqliteOutbox outbox = open(living)) {
      for (int i = 0; i < messages; i++) {
        sent.add(Envelopes.of(bytes));
        outbox.append(sent.get(i));
      }
      copy(living, directory);
    }
    return sent;
  }

  static List<SignedEnvelope> closedWith(Path directory, int messages, int bytes) throws Exception {
    List<SignedEnvelope> sent = new ArrayList<>();
    try (SqliteOutbox outbox = open(directory)) {
      for (int i = 0; i < messages; i++) {
        sent.add(Envelopes.of(bytes));
        outbox.append(sent.get(i));
      }
    }
    return sent;
  }

  static void overwrite(Path directory, long at, byte[] bytes) throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(directory.resolve(DB).toFile(), "rw")) {
      file.seek(at);
      file.write(bytes);
    }
  }

  /** Copies a queue's files, as a power cut with nothing lost would leave them. */
  static void copy(Path from, Path to) throws IOException {
    if (!Files.exists(to)) {
      Files.createDirectory(to);
      Files.setPosixFilePermissions(
          to, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    }
    for (String name : List.of(DB, WAL, "high-water")) {
      Files.deleteIfExists(to.resolve(name));
      if (Files.exists(from.resolve(name))) {
        Files.copy(from.resolve(name), to.resolve(name));
      }
    }
  }

  static void sql(Path directory, String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(DB));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** A torn page may lose a row that the indexes, on other pages, go on naming. */
  static void loseBehindTheIndexes(Path directory, long place) throws SQLException {
    String indexes =
        "FROM sqlite_master WHERE type = 'index' AND name LIKE 'message!_%' ESCAPE '!'";
    List<Object[]> kept = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(DB));
        Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery("SELECT type, name, tbl_name, rootpage, sql " + indexes)) {
        while (row.next()) {
          kept.add(
              new Object[] {
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5)
              });
        }
      }
      statement.execute("PRAGMA writable_schema = ON");
      statement.execute("DELETE " + indexes);
    }
    sql(directory, "DELETE FROM message WHERE sequence = " + place);
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(DB));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA writable_schema = ON");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)")) {
        for (Object[] index : kept) {
          for (int i = 0; i < index.length; i++) {
            insert.setObject(i + 1, index[i]);
          }
          insert.executeUpdate();
        }
      }
    }
  }

  /** Whoever meets an altered row first says so, a moment after giving it up. */
  static void awaitIncident(Path directory, String words) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> incidents(directory).contains(words));
  }

  static List<SignedEnvelope> pending(SqliteOutbox outbox) throws OutboxException {
    List<QueuedEnvelope> all = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      all.addAll(pending(outbox, lane));
    }
    all.sort(Comparator.comparing(QueuedEnvelope::sequence));
    return all.stream().map(QueuedEnvelope::envelope).toList();
  }

  static List<QueuedEnvelope> pending(SqliteOutbox outbox, Lane lane) throws OutboxException {
    List<QueuedEnvelope> all = new ArrayList<>();
    long after = 0;
    for (List<QueuedEnvelope> some = outbox.pending(lane, after, 7);
        !some.isEmpty();
        some = outbox.pending(lane, after, 7)) {
      all.addAll(some);
      after = some.get(some.size() - 1).sequence();
    }
    return all;
  }

  static List<OutboxEntry> list(SqliteOutbox outbox) throws OutboxException {
    return outbox.list(0, 1_000_000);
  }

  static List<Path> quarantined(Path directory) {
    Path quarantine = directory.resolve("quarantine");
    if (!Files.isDirectory(quarantine)) {
      return List.of();
    }
    try (Stream<Path> places = Files.list(quarantine)) {
      return places.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String incidents(Path directory) throws IOException {
    Path file = directory.resolve("incidents.txt");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
