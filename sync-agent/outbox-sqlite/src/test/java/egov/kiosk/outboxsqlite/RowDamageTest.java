package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people with an SQLite shell do to single rows. */
class RowDamageTest {
  @TempDir Path temp;
  private Path directory;

  @BeforeEach
  void place() {
    directory = temp.resolve("q");
  }

  @Test
  void pendingRowEdited_pending_notSentButDeadLetter() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 10, 1000);
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
      Fixture.awaitIncident(directory, "place 4 was altered");
      Fixture.awaitIncident(directory, "place 7 was altered");
      Fixture.awaitIncident(directory, "place 9 was altered");
      assertEquals(3, Fixture.incidents(directory).lines().count());
    }
  }

  @Test
  void wordsFlippedIntoNonsense_pending_deadLettersThatCanStillBeSeen() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 5, 100);
    Fixture.sql(
        directory,
        "UPDATE message SET lane = 'NORMIL' WHERE sequence = 1",
        "UPDATE message SET kind = 'ITEN' WHERE sequence = 2",
        "UPDATE message SET id = 'nonsense' WHERE sequence = 3",
        "UPDATE message SET local_number = '000000000009' WHERE sequence = 4");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      Awaitility.await()
          .atMost(20, TimeUnit.SECONDS)
          .untilAsserted(() -> assertEquals(new OutboxCounts(1, 0, 4), outbox.counts()));
      List<OutboxEntry> listed = outbox.list(0, 10);
      assertEquals(
          List.of(1L, 2L, 3L, 4L, 5L), listed.stream().map(OutboxEntry::sequence).toList());
      for (OutboxEntry entry : listed.subList(0, 4)) {
        assertEquals(DeliveryState.DEAD_LETTER, entry.state());
        assertEquals(Optional.of(SqliteOutbox.ALTERED), entry.reason());
      }
      assertEquals(1, outbox.find(sent.get(0).id().value()).orElseThrow().sequence());
    }
  }

  @Test
  void allPendingRowsEdited_pendingWithLimitOne_emptyOnlyWhenAllAreAside() throws Exception {
    Fixture.closedWith(directory, 5, 100);
    Fixture.sql(directory, "UPDATE message SET bytes = zeroblob(100) WHERE sequence < 5");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(5, outbox.pending(Lane.NORMAL, 0, 1).get(0).sequence());
    }
  }

  @Test
  void stateEditedToDelivered_open_messageWaitsAgain() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 10, 1000);
    Fixture.sql(directory, "UPDATE message SET state = 'DELIVERED' WHERE sequence = 4");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      Awaitility.await()
          .atMost(20, TimeUnit.SECONDS)
          .untilAsserted(() -> assertEquals(new OutboxCounts(10, 0, 0), outbox.counts()));
      assertEquals(sent, Fixture.pending(outbox));
      Fixture.awaitIncident(directory, "place 4 was altered; its message");
    }
  }

  @Test
  void settledRowEdited_open_deadLetterAndReported() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 3, 1000);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      outbox.settle(Envelopes.accepted(sent.get(1)));
    }
    Fixture.sql(directory, "UPDATE message SET issued_at = issued_at + 1 WHERE sequence = 2");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      Awaitility.await()
          .atMost(20, TimeUnit.SECONDS)
          .untilAsserted(() -> assertEquals(new OutboxCounts(2, 0, 1), outbox.counts()));
    }
  }

  @Test
  void rowsDeleted_open_setAsideAndMissingNamed() throws Exception {
    Fixture.closedWith(directory, 10, 1000);
    Fixture.sql(directory, "DELETE FROM message WHERE sequence IN (3, 10)");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(new OutboxCounts(8, 0, 0), outbox.counts());
      assertTrue(Fixture.incidents(directory).contains("2 missing at places 3, 10"));
      assertEquals(11, outbox.append(Envelopes.of(10)));
    }
  }
}
