package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.outboxsqlite.store.ForgedRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attack tests C10, F01, F02 and K01: somebody has the disk and knows the program, not the keys.
 */
class ForgedRowTest {
  @TempDir Path temp;
  private Path directory;

  @BeforeEach
  void place() {
    directory = temp.resolve("q");
  }

  @Test
  void c10_rowsSwapped_checkValuesMadeAnew_neitherIsSent() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 4, 300);
    ForgedRows.swap(directory.resolve(Fixture.DB), 2, 3);
    assertRefused(List.of(sent.get(0), sent.get(3)), new OutboxCounts(2, 0, 2));
  }

  @Test
  void c10_sealedColumnFromAnotherRow_notSent() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 3, 300);
    ForgedRows.copyBox(directory.resolve(Fixture.DB), 1, 2);
    assertRefused(List.of(sent.get(0), sent.get(2)), new OutboxCounts(2, 0, 1));
  }

  @Test
  void f01_columnEdited_checkValueMadeAnew_notSent() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 3, 300);
    ForgedRows.edit(directory.resolve(Fixture.DB), 2, "lane = 'URGENT'");
    assertRefused(List.of(sent.get(0), sent.get(2)), new OutboxCounts(2, 0, 1));
  }

  @Test
  void c10_rowOfAnotherKiosk_notSent() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 2, 300);
    Path other = temp.resolve("other");
    Surroundings theirs =
        new Surroundings(
            Clock.systemUTC(), Optional::empty, Optional::empty, new TestRing("another"));
    try (SqliteOutbox outbox = SqliteOutbox.open(Fixture.settings(other), theirs)) {
      outbox.append(Envelopes.of(300));
      outbox.append(Envelopes.of(300));
    }
    ForgedRows.bring(other.resolve(Fixture.DB), directory.resolve(Fixture.DB), 2);
    assertRefused(List.of(sent.get(0)), new OutboxCounts(1, 0, 1));
  }

  /** What one row cannot tell: that it is of yesterday. It is sent again; the platform knows it. */
  @Test
  void f02_settledRowRolledBack_sentAgainAtMost() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 2, 300);
    Path yesterday = temp.resolve("yesterday");
    Fixture.copy(directory, yesterday);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      outbox.settle(Envelopes.accepted(sent.get(1)));
    }
    ForgedRows.bring(yesterday.resolve(Fixture.DB), directory.resolve(Fixture.DB), 2);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(sent, Fixture.pending(outbox));
    }
  }

  @Test
  void k01_copiedToAnotherMachine_refusedAndUntouched() throws Exception {
    Fixture.closedWith(directory, 5, 300);
    byte[] before = Files.readAllBytes(directory.resolve(Fixture.DB));
    Surroundings theirs =
        new Surroundings(
            Clock.systemUTC(), Optional::empty, Optional::empty, new TestRing("another"));
    for (int i = 0; i < 2; i++) {
      OutboxException refused =
          assertThrows(
              OutboxException.class, () -> SqliteOutbox.open(Fixture.settings(directory), theirs));
      assertTrue(refused.getMessage().contains("does not have"), refused.getMessage());
      assertEquals(1, refused.getMessage().lines().count());
    }
    assertArrayEquals(before, Files.readAllBytes(directory.resolve(Fixture.DB)));
    assertEquals(List.of(), Fixture.quarantined(directory));
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(5, Fixture.pending(outbox).size());
    }
  }

  @Test
  void custodyAbsent_open_refusedAndUntouched() throws Exception {
    Fixture.closedWith(directory, 5, 300);
    TestRing gone = new TestRing("kiosk");
    gone.gone(true);
    Surroundings around =
        new Surroundings(Clock.systemUTC(), Optional::empty, Optional::empty, gone);
    OutboxException refused =
        assertThrows(
            OutboxException.class, () -> SqliteOutbox.open(Fixture.settings(directory), around));
    assertTrue(refused.getMessage().contains("data keys cannot be had"), refused.getMessage());
    gone.gone(false);
    try (SqliteOutbox outbox = SqliteOutbox.open(Fixture.settings(directory), around)) {
      assertEquals(5, Fixture.pending(outbox).size());
    }
  }

  @Test
  void keysLost_technicianGivesThemUp_everyMessageGoesOn() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 5, 300);
    OutboxSalvage.withoutKeys(directory);
    Surroundings fresh =
        new Surroundings(
            Clock.systemUTC(), Optional::empty, Optional::empty, new TestRing("fresh"));
    try (SqliteOutbox outbox = SqliteOutbox.open(Fixture.settings(directory), fresh)) {
      List<SignedEnvelope> saved = Fixture.pending(outbox);
      assertEquals(
          sent.stream().map(SignedEnvelope::id).toList(),
          saved.stream().map(SignedEnvelope::id).toList());
      assertArrayEquals(sent.get(4).bytes(), saved.get(4).bytes());
      assertTrue(Fixture.incidents(directory).contains("data keys are lost"));
    }
    try (SqliteOutbox outbox = SqliteOutbox.open(Fixture.settings(directory), fresh)) {
      assertEquals(5, outbox.counts().pending(), "asked for once, done once");
    }
    assertEquals(1, Fixture.quarantined(directory).size());
  }

  @Test
  void olderFormPutInPlace_kioskThatSealedBefore_refusedAndUntouched() throws Exception {
    TestRing ring = new TestRing("remembers").remembering();
    Surroundings around =
        new Surroundings(Clock.systemUTC(), Optional::empty, Optional::empty, ring);
    Fixture.closedWith(temp.resolve("unused"), 1, 10);
    SqliteOutbox.open(Fixture.settings(temp.resolve("first")), around).close();
    Fixture.closedWith(directory, 1, 10);
    Files.delete(directory.resolve(Fixture.DB));
    Version1.write(
        directory.resolve(Fixture.DB),
        file -> file.row(1, Envelopes.of(100), Version1.Fate.PENDING, 0));
    byte[] before = Files.readAllBytes(directory.resolve(Fixture.DB));
    OutboxException refused =
        assertThrows(
            OutboxException.class, () -> SqliteOutbox.open(Fixture.settings(directory), around));
    assertTrue(refused.getMessage().contains("somebody put it there"), refused.getMessage());
    assertArrayEquals(before, Files.readAllBytes(directory.resolve(Fixture.DB)));
  }

  private void assertRefused(List<SignedEnvelope> expected, OutboxCounts counts) throws Exception {
    try (SqliteOutboxReader reader = SqliteOutboxReader.open(directory)) {
      assertEquals(List.of(), reader.verify(() -> false).altered(), "a tool without keys");
    }
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(expected, Fixture.pending(outbox));
      assertEquals(counts, outbox.counts());
      Fixture.awaitIncident(directory, "was altered");
    }
  }
}
