package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.outbox.Settlement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetryTest {
  @TempDir Path temp;
  private Path directory;

  @BeforeEach
  void place() {
    directory = temp.resolve("q");
  }

  @Test
  void retry_deadLetter_pendingAtItsPlaceWithItsBytes() throws Exception {
    SignedEnvelope refused = Envelopes.of(9000);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      outbox.append(refused);
      outbox.append(Envelopes.of(10));
      outbox.settle(Envelopes.rejected(refused));
      List<Long> rung = new ArrayList<>();
      outbox.listen(rung::add);
      assertTrue(outbox.retry(refused.id()));
      assertFalse(outbox.retry(refused.id()), "it is pending now");
      assertEquals(List.of(1L), rung, "whoever drains the queue is woken");
      assertEquals(new QueuedEnvelope(1, refused), outbox.pending(Lane.NORMAL, 0, 1).get(0));
    }
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      OutboxEntry entry = outbox.find(refused.id().value()).orElseThrow();
      assertEquals(DeliveryState.PENDING, entry.state());
      assertEquals(Optional.empty(), entry.reason());
      assertEquals(Settlement.SETTLED, outbox.settle(Envelopes.accepted(refused)));
      assertEquals(new OutboxCounts(1, 1, 0), outbox.counts());
    }
  }

  @Test
  void retry_pendingDeliveredOrUnknown_changesNothing() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      SignedEnvelope delivered = Envelopes.of(10);
      SignedEnvelope waiting = Envelopes.of(10);
      outbox.append(delivered);
      outbox.append(waiting);
      outbox.settle(Envelopes.accepted(delivered));
      assertFalse(outbox.retry(delivered.id()));
      assertFalse(outbox.retry(waiting.id()));
      assertFalse(outbox.retry(Envelopes.of(10).id()));
      assertEquals(new OutboxCounts(1, 1, 0), outbox.counts());
    }
  }

  @Test
  void retry_rowAlteredOnTheDisk_onlyWithItsBytesIntact() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 3, 500);
    Fixture.sql(
        directory,
        "UPDATE message SET bytes = zeroblob(500) WHERE sequence = 1",
        "UPDATE message SET queued_at = 0 WHERE sequence = 2",
        "UPDATE message SET kind = 'NONSENSE' WHERE sequence = 3");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertTrue(Fixture.pending(outbox).isEmpty());
      assertFalse(outbox.retry(sent.get(0).id()));
      assertTrue(outbox.retry(sent.get(1).id()));
      assertFalse(outbox.retry(sent.get(2).id()));
      List<SignedEnvelope> again = Fixture.pending(outbox);
      assertEquals(List.of(sent.get(1).id()), again.stream().map(SignedEnvelope::id).toList());
      assertArrayEquals(sent.get(1).bytes(), again.get(0).bytes());
      assertEquals("", again.get(0).itemCode(), "what was sealed beside does not open any more");
    }
  }

  @Test
  void retry_thenSalvage_stillPendingAlthoughOlderStatesAreInTheFile() throws Exception {
    Path living = temp.resolve("living");
    SignedEnvelope twice = Envelopes.of(300);
    SignedEnvelope delivered = Envelopes.of(300);
    try (SqliteOutbox outbox = Fixture.open(living)) {
      outbox.append(twice);
      outbox.append(delivered);
      outbox.settle(Envelopes.rejected(twice));
      outbox.retry(twice.id());
      outbox.settle(Envelopes.rejected(twice));
      outbox.retry(twice.id());
      outbox.settle(Envelopes.rejected(delivered));
      outbox.retry(delivered.id());
      outbox.settle(Envelopes.accepted(delivered));
      // The log still holds every one of these states.
      Fixture.copy(living, directory);
    }
    Fixture.overwrite(directory, 0, new byte[100]);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(List.of(twice), Fixture.pending(outbox));
      assertEquals(new OutboxCounts(1, 1, 0), outbox.counts());
    }
  }

  @Test
  void settle_acceptedAfterRefusal_onlyTheLaterWordCounts() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      SignedEnvelope message = Envelopes.of(300);
      outbox.append(message);
      assertEquals(Settlement.SETTLED, outbox.settle(Envelopes.rejected(message)));
      assertEquals(
          Settlement.ALREADY_SETTLED,
          outbox.settle(Envelopes.accepted(message, Envelopes.NOW.minusSeconds(1))));
      assertEquals(new OutboxCounts(0, 0, 1), outbox.counts());
      assertEquals(
          Settlement.SETTLED,
          outbox.settle(Envelopes.accepted(message, Envelopes.NOW.plusSeconds(1))));
      assertEquals(new OutboxCounts(0, 1, 0), outbox.counts());
      assertEquals(Settlement.ALREADY_SETTLED, outbox.settle(Envelopes.rejected(message)));
    }
  }
}
