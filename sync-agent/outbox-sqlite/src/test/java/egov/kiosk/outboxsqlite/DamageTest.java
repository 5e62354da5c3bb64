package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What disks, copies and people do to the files (attack tests F01 to F04). */
class DamageTest {
  @TempDir Path temp;
  private Path directory;

  @BeforeEach
  void place() {
    directory = temp.resolve("q");
  }

  @Test
  void headerZeroed_open_everyRowSalvagedAndFileKept() throws Exception {
    List<SignedEnvelope> sent = closedWith(60, 3000);
    overwrite(0, new byte[100]);
    byte[] damaged = Files.readAllBytes(directory.resolve(Fixture.DB));
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(sent, Fixture.pending(outbox));
      assertEquals(61, outbox.append(Envelopes.of(10)));
      assertEquals(Level.WARN, new QueueCheck(outbox).check(Duration.ZERO).level());
    }
    assertEquals(1, Fixture.quarantined(directory).size());
    Path kept = Fixture.quarantined(directory).get(0).resolve(Fixture.DB);
    assertTrue(Arrays.equals(damaged, Files.readAllBytes(kept)));
    String incident = Fixture.incidents(directory);
    assertTrue(incident.contains("60 rows salvaged (60 pending), none missing"), incident);
    assertEquals(1, incident.lines().count());
  }

  @Test
  void onePageOverwritten_open_onlyItsRowsMissingAndNamed() throws Exception {
    List<SignedEnvelope> sent = closedWith(60, 3000);
    byte[] noise = new byte[4096];
    Arrays.fill(noise, (byte) 0x5A);
    overwrite(20 * 4096, noise);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      List<SignedEnvelope> left = Fixture.pending(outbox);
      assertTrue(sent.containsAll(left));
      assertTrue(left.size() >= 55 && left.size() < 60, "left " + left.size());
      assertTrue(Fixture.incidents(directory).contains("missing at places"));
      assertEquals(61, outbox.append(Envelopes.of(10)));
    }
    try (SqliteOutbox again = Fixture.open(directory)) {
      assertEquals(61, again.list(60, 1).get(0).sequence(), "known losses are no new damage");
    }
    assertEquals(1, Fixture.quarantined(directory).size());
  }

  @Test
  void sharedMemoryFileMissing_openAfterKill_nothingLost() throws Exception {
    List<SignedEnvelope> sent = Fixture.killedWith(directory, 30, 2000);
    assertFalse(Files.exists(directory.resolve("outbox.db-shm")));
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(sent, Fixture.pending(outbox));
      assertEquals("", Fixture.incidents(directory));
    }
  }

  @Test
  void logMissing_openAfterKill_lossReportedAndPlacesNeverUsedAgain() throws Exception {
    List<SignedEnvelope> sent = Fixture.killedWith(directory, 30, 2000);
    Files.delete(directory.resolve(Fixture.WAL));
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertTrue(sent.containsAll(Fixture.pending(outbox)));
      assertEquals(31, outbox.append(Envelopes.of(10)));
      assertTrue(Fixture.incidents(directory).contains("missing at places 1-30"));
    }
    assertEquals(1, Fixture.quarantined(directory).size());
  }

  @Test
  void databaseMissing_openAfterKill_rowsComeBackFromTheLog() throws Exception {
    List<SignedEnvelope> sent = Fixture.killedWith(directory, 30, 2000);
    Files.delete(directory.resolve(Fixture.DB));
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(sent, Fixture.pending(outbox));
    }
  }

  @Test
  void bitFlippedInLog_openAfterKill_laterRowsStillFound() throws Exception {
    List<SignedEnvelope> sent = Fixture.killedWith(directory, 30, 2000);
    Path wal = directory.resolve(Fixture.WAL);
    byte[] bytes = Files.readAllBytes(wal);
    bytes[bytes.length / 3] ^= 1;
    Files.write(wal, bytes);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      // SQLite alone would stop at the flipped bit and forget two thirds of the queue.
      assertEquals(sent, Fixture.pending(outbox));
      assertTrue(Fixture.incidents(directory).contains("older than it was"));
    }
  }

  @Test
  void yesterdaysCopy_open_reportedAndNoPlaceUsedTwice() throws Exception {
    List<SignedEnvelope> sent = closedWith(10, 1000);
    byte[] yesterday = Files.readAllBytes(directory.resolve(Fixture.DB));
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      outbox.settle(Envelopes.accepted(sent.get(0)));
      for (int i = 0; i < 5; i++) {
        outbox.append(Envelopes.of(1000));
      }
    }
    Files.write(directory.resolve(Fixture.DB), yesterday);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      String incident = Fixture.incidents(directory);
      assertTrue(incident.contains("it ends at 10, not at 15"), incident);
      assertTrue(incident.contains("5 missing at places 11-15"), incident);
      // The settled one is offered again: the platform knows it by its id.
      assertEquals(sent, Fixture.pending(outbox));
      assertEquals(16, outbox.append(Envelopes.of(10)));
    }
  }

  @Test
  void wholeFileRemoved_open_reportedAndPlacesGoOn() throws Exception {
    closedWith(10, 1000);
    Files.delete(directory.resolve(Fixture.DB));
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(new OutboxCounts(0, 0, 0), outbox.counts());
      assertEquals(11, outbox.append(Envelopes.of(10)));
      assertTrue(Fixture.incidents(directory).contains("10 missing at places 1-10"));
    }
  }

  @Test
  void pendingRowEdited_pending_notSentButDeadLetter() throws Exception {
    List<SignedEnvelope> sent = closedWith(10, 1000);
    Fixture.sql(
        directory,
        "UPDATE message SET bytes = zeroblob(1000) WHERE sequence = 4",
        "UPDATE message SET sm3 = '" + "0".repeat(64) + "' WHERE sequence = 7",
        "UPDATE message SET id = 'nonsense' WHERE sequence = 9");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      List<SignedEnvelope> expected = new ArrayList<>(sent);
      expected.removeAll(List.of(sent.get(3), sent.get(6), sent.get(8)));
      assertEquals(expected, Fixture.pending(outbox));
      assertEquals(new OutboxCounts(7, 0, 3), outbox.counts());
      OutboxEntry edited = outbox.list(3, 1).get(0);
      assertEquals(DeliveryState.DEAD_LETTER, edited.state());
      assertEquals(Optional.of(SqliteOutbox.ALTERED), edited.reason());
      assertEquals(3, Fixture.incidents(directory).lines().count());
      assertTrue(Fixture.incidents(directory).contains("place 4 was altered"));
    }
  }

  @Test
  void allPendingRowsEdited_pendingWithLimitOne_emptyOnlyWhenAllAreAside() throws Exception {
    closedWith(5, 100);
    Fixture.sql(directory, "UPDATE message SET bytes = zeroblob(100) WHERE sequence < 5");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(5, outbox.pending(0, 1).get(0).sequence());
    }
  }

  @Test
  void stateEditedToDelivered_open_messageWaitsAgain() throws Exception {
    List<SignedEnvelope> sent = closedWith(10, 1000);
    Fixture.sql(directory, "UPDATE message SET state = 'DELIVERED' WHERE sequence = 4");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      Awaitility.await()
          .atMost(20, TimeUnit.SECONDS)
          .untilAsserted(() -> assertEquals(new OutboxCounts(10, 0, 0), outbox.counts()));
      assertEquals(sent, Fixture.pending(outbox));
      assertTrue(Fixture.incidents(directory).contains("place 4 was altered; its message"));
    }
  }

  @Test
  void settledRowEdited_open_deadLetterAndReported() throws Exception {
    List<SignedEnvelope> sent = closedWith(3, 1000);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      outbox.settle(Envelopes.accepted(sent.get(1)));
    }
    Fixture.sql(directory, "UPDATE message SET number = 'forged' WHERE sequence = 2");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      Awaitility.await()
          .atMost(20, TimeUnit.SECONDS)
          .untilAsserted(() -> assertEquals(new OutboxCounts(2, 0, 1), outbox.counts()));
    }
  }

  @Test
  void rowsDeleted_open_setAsideAndMissingNamed() throws Exception {
    closedWith(10, 1000);
    Fixture.sql(directory, "DELETE FROM message WHERE sequence IN (3, 10)");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(new OutboxCounts(8, 0, 0), outbox.counts());
      assertTrue(Fixture.incidents(directory).contains("2 missing at places 3, 10"));
      assertEquals(11, outbox.append(Envelopes.of(10)));
    }
  }

  @Test
  void hostileSchema_open_setAsideAndNoneOfItRuns() throws Exception {
    List<String> attacks =
        List.of(
            "CREATE TRIGGER t AFTER INSERT ON message BEGIN DELETE FROM message; END",
            "CREATE TRIGGER t AFTER UPDATE ON message BEGIN SELECT load_extension('x'); END",
            "CREATE VIEW v AS SELECT load_extension('/nowhere/x.so')",
            "CREATE TABLE extra (x)",
            "CREATE INDEX extra ON message (kind)",
            "DROP INDEX message_pending",
            "PRAGMA application_id = 7");
    for (int i = 0; i < attacks.size(); i++) {
      directory = temp.resolve("q" + i);
      List<SignedEnvelope> sent = closedWith(5, 1000);
      Fixture.sql(directory, attacks.get(i));
      try (SqliteOutbox outbox = Fixture.open(directory)) {
        assertEquals(sent, Fixture.pending(outbox), attacks.get(i));
        assertEquals(6, outbox.append(Envelopes.of(10)));
        assertEquals(new OutboxCounts(6, 0, 0), outbox.counts());
        assertTrue(Fixture.incidents(directory).contains("not the queue's"), attacks.get(i));
      }
    }
  }

  @Test
  void viewInPlaceOfTable_open_rowsComeBackFromTheFreedPages() throws Exception {
    List<SignedEnvelope> sent = closedWith(5, 1000);
    Fixture.sql(
        directory,
        "DROP TABLE message",
        "CREATE VIEW message AS SELECT 1 AS sequence, load_extension('x') AS id");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(sent, Fixture.pending(outbox));
      assertEquals(1, Fixture.quarantined(directory).size());
    }
  }

  @Test
  void newerVersion_open_refusedAndUntouched() throws Exception {
    closedWith(5, 1000);
    Fixture.sql(directory, "PRAGMA user_version = 2");
    byte[] before = Files.readAllBytes(directory.resolve(Fixture.DB));
    OutboxException refused = assertThrows(OutboxException.class, () -> Fixture.open(directory));
    assertEquals(Reason.TOO_NEW, refused.reason());
    assertTrue(Arrays.equals(before, Files.readAllBytes(directory.resolve(Fixture.DB))));
    assertTrue(Fixture.quarantined(directory).isEmpty());
    OutboxException reader =
        assertThrows(OutboxException.class, () -> SqliteOutboxReader.open(directory));
    assertEquals(Reason.TOO_NEW, reader.reason());
  }

  @Test
  void foreignJournal_open_setAside() throws Exception {
    List<SignedEnvelope> sent = closedWith(5, 1000);
    Files.write(directory.resolve("outbox.db-journal"), new byte[512]);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(sent, Fixture.pending(outbox));
    }
    assertFalse(Files.exists(directory.resolve("outbox.db-journal")));
  }

  @Test
  void noiseFile_open_setAsideAndFresh() throws Exception {
    closedWith(5, 1000);
    byte[] noise = new byte[50_000];
    new java.util.Random(7).nextBytes(noise);
    Files.write(directory.resolve(Fixture.DB), noise);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(6, outbox.append(Envelopes.of(10)));
    }
  }

  @Test
  void crashBetweenSalvageAndRename_nextOpen_finishes() throws Exception {
    List<SignedEnvelope> sent = closedWith(5, 1000);
    Files.move(directory.resolve(Fixture.DB), directory.resolve("salvaged.db"));
    Files.write(directory.resolve(Fixture.DB), new byte[4096]);
    Files.write(directory.resolve(Fixture.WAL), new byte[4096]);
    Files.write(directory.resolve("salvage.db"), new byte[4096]);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(sent, Fixture.pending(outbox));
    }
    assertEquals(1, Fixture.quarantined(directory).size());
    assertFalse(Files.exists(directory.resolve("salvage.db")));
  }

  @Test
  void damageInLargeFile_foundBesideTheWork_nextStartSalvages() throws Exception {
    List<SignedEnvelope> sent = closedWith(600, 3000);
    byte[] noise = new byte[4096];
    Arrays.fill(noise, (byte) 0x0D);
    overwrite(20 * 4096, noise);
    OutboxSettings hurried = new OutboxSettings(directory, 64 << 20, 0, Duration.ofNanos(1));
    try (SqliteOutbox outbox = Fixture.open(hurried)) {
      Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> !outbox.accepting());
      assertEquals(Level.FAIL, new QueueCheck(outbox).check(Duration.ZERO).level());
    }
    try (SqliteOutbox outbox = Fixture.open(hurried)) {
      Set<SignedEnvelope> left = new HashSet<>(Fixture.pending(outbox));
      assertTrue(left.size() >= 595 && left.size() < 600 && sent.containsAll(left));
      assertTrue(outbox.accepting());
    }
    assertEquals(1, Fixture.quarantined(directory).size());
  }

  private List<SignedEnvelope> closedWith(int messages, int bytes) throws Exception {
    List<SignedEnvelope> sent = new ArrayList<>();
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      for (int i = 0; i < messages; i++) {
        sent.add(Envelopes.of(bytes));
        outbox.append(sent.get(i));
      }
    }
    return sent;
  }

  private void overwrite(long at, byte[] bytes) throws Exception {
    try (RandomAccessFile file =
        new RandomAccessFile(directory.resolve(Fixture.DB).toFile(), "rw")) {
      file.seek(at);
      file.write(bytes);
    }
  }
}
