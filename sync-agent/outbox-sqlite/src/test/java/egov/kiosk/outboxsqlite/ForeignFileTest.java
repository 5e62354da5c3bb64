package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people put in the place of the file: other files, older ones, prepared ones. */
class ForeignFileTest {
  @TempDir Path temp;
  private Path directory;

  @BeforeEach
  void place() {
    directory = temp.resolve("q");
  }

  @Test
  void yesterdaysCopy_open_reportedAndNoPlaceUsedTwice() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 10, 1000);
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
    Fixture.closedWith(directory, 10, 1000);
    Files.delete(directory.resolve(Fixture.DB));
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(new OutboxCounts(0, 0, 0), outbox.counts());
      assertEquals(11, outbox.append(Envelopes.of(10)));
      assertTrue(Fixture.incidents(directory).contains("10 missing at places 1-10"));
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
      List<SignedEnvelope> sent = Fixture.closedWith(directory, 5, 1000);
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
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 5, 1000);
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
    Fixture.closedWith(directory, 5, 1000);
    Fixture.sql(directory, "PRAGMA user_version = 4");
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
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 5, 1000);
    Files.write(directory.resolve("outbox.db-journal"), new byte[512]);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(sent, Fixture.pending(outbox));
    }
    assertFalse(Files.exists(directory.resolve("outbox.db-journal")));
  }

  @Test
  void noiseFile_open_setAsideAndFresh() throws Exception {
    Fixture.closedWith(directory, 5, 1000);
    byte[] noise = new byte[50_000];
    new java.util.Random(7).nextBytes(noise);
    Files.write(directory.resolve(Fixture.DB), noise);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(6, outbox.append(Envelopes.of(10)));
    }
  }
}
