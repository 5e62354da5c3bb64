package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.outboxsqlite.store.Connections;
import egov.kiosk.outboxsqlite.store.KeysInUse;
import egov.kiosk.outboxsqlite.store.RowBox;
import egov.kiosk.outboxsqlite.store.RowSeal;
import egov.kiosk.outboxsqlite.store.Rows;
import egov.kiosk.outboxsqlite.store.Schema;
import egov.kiosk.outboxsqlite.store.StoredRow;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Makes long queues faster than the queue itself would: without a sync for each message. */
final class LongQueue {
  private static final int DRAINED = 2000;

  private LongQueue() {}

  /** Fills a queue that is closed and empty with pending messages. */
  static void fill(Path directory, int messages, int bytes) throws Exception {
    try (Connection connection = Connections.builder(directory.resolve(Fixture.DB))) {
      new Schema().migrate(connection);
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement(Rows.INSERT)) {
        Instant now = Envelopes.NOW;
        RowBox box = RowBox.of(Fixture.RING);
        MessageDigest sha256 = RowSeal.digest();
        for (int i = 1; i <= messages; i++) {
          StoredRow row = StoredRow.pending(i, Envelopes.of(bytes), now.plusMillis(i));
          Rows.bind(insert, box.seal(row, sha256), 0);
          insert.executeUpdate();
        }
      }
      new KeysInUse().note(connection, Fixture.RING.current().bytes());
      connection.commit();
    }
  }

  /** {@code LongQueue DIRECTORY MESSAGES BYTES}: what opening, draining and salvaging take. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    int messages = Integer.parseInt(arguments[1]);
    time("open first", () -> Fixture.open(wide(directory)).close());
    time("open empty", () -> Fixture.open(wide(directory)).close());
    time("fill", () -> fill(directory, messages, Integer.parseInt(arguments[2])));
    for (int i = 0; i < 3; i++) {
      time("open full", () -> Fixture.open(wide(directory)).close());
    }
    try (SqliteOutbox outbox = Fixture.open(wide(directory))) {
      time("drain", () -> drain(outbox));
      time("append", () -> append(outbox));
    }
    Fixture.sql(directory, "PRAGMA application_id = 7");
    time("open, salvaging", () -> Fixture.open(wide(directory)).close());
    System.out.println(Fixture.incidents(directory));
    try (SqliteOutboxReader reader = SqliteOutboxReader.open(directory)) {
      time("verify", () -> System.out.println(reader.verify(() -> false)));
    }
  }

  private static void drain(SqliteOutbox outbox) throws Exception {
    for (int seen = 0; seen < DRAINED; ) {
      List<QueuedEnvelope> some = outbox.pending(Lane.NORMAL, 0, 100);
      seen += some.size();
      for (QueuedEnvelope message : some) {
        outbox.settle(Envelopes.accepted(message.envelope()));
      }
    }
  }

  private static void append(SqliteOutbox outbox) throws Exception {
    for (int i = 0; i < DRAINED; i++) {
      outbox.append(Envelopes.of(1024));
    }
  }

  private static OutboxSettings wide(Path directory) {
    return OutboxSettings.of(directory, 10_240, 16);
  }

  private interface Step {
    void run() throws Exception;
  }

  private static void time(String what, Step step) throws Exception {
    long start = System.nanoTime();
    step.run();
    System.out.printf(Locale.ROOT, "%s: %.2f s%n", what, (System.nanoTime() - start) / 1e9);
  }
}
