package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderTest {
  @TempDir Path temp;

  @Test
  void list_besideARunningQueue_seesEachCommit() throws Exception {
    Path directory = temp.resolve("q");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      SignedEnvelope first = Envelopes.of(100);
      outbox.append(first);
      try (SqliteOutboxReader reader = SqliteOutboxReader.open(directory, Fixture.RING)) {
        assertEquals(outbox.list(0, 10), reader.list(0, 10));
        outbox.append(Envelopes.of(100));
        outbox.settle(Envelopes.accepted(first));
        assertEquals(outbox.list(0, 10), reader.list(0, 10));
        assertEquals(new OutboxCounts(1, 1, 0), reader.counts());
        assertEquals(1, reader.list(1, 10).size());
        assertEquals(1, reader.list(0, 1).size());
      }
      outbox.append(Envelopes.of(100));
    }
  }

  @Test
  void list_noRuntime_readsAndTheNextRuntimeIsNotDisturbed() throws Exception {
    Path directory = temp.resolve("q");
    Fixture.killedWith(directory, 5, 100);
    try (SqliteOutboxReader reader = SqliteOutboxReader.open(directory)) {
      assertEquals(5, reader.list(0, 100).size());
      try (SqliteOutbox outbox = Fixture.open(directory)) {
        assertEquals(5, outbox.counts().pending());
      }
    }
    try (SqliteOutboxReader reader = SqliteOutboxReader.open(directory)) {
      assertEquals(5, reader.list(0, 100).size());
    }
  }

  @Test
  void open_noQueueOrNoise_refused() throws Exception {
    assertThrows(OutboxException.class, () -> SqliteOutboxReader.open(temp.resolve("none")));
    Path directory = temp.resolve("q");
    Fixture.open(directory).close();
    Files.write(directory.resolve(Fixture.DB), new byte[8192]);
    assertThrows(OutboxException.class, () -> SqliteOutboxReader.open(directory));
    Files.write(directory.resolve(Fixture.DB), new byte[0]);
    assertThrows(OutboxException.class, () -> SqliteOutboxReader.open(directory));
  }
}
