package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.domain.outbox.Settlement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts that come many at a time. */
class SettleManyTest {
  @TempDir Path temp;

  @Test
  void settle_receiptsOfAllSorts_eachJudgedByItselfAndInOrder() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(temp.resolve("q"))) {
      SignedEnvelope first = Envelopes.of(500);
      SignedEnvelope second = Envelopes.of(500);
      SignedEnvelope third = Envelopes.of(500);
      for (SignedEnvelope message : List.of(first, second, third)) {
        outbox.append(message);
      }
      assertEquals(
          List.of(
              Settlement.DIGEST_MISMATCH,
              Settlement.SETTLED,
              Settlement.ALREADY_SETTLED,
              Settlement.UNKNOWN_MESSAGE,
              Settlement.UNKNOWN_MESSAGE,
              Settlement.SETTLED),
          outbox.settle(
              List.of(
                  Envelopes.accepted(Envelopes.of(first.id(), 500, 42)),
                  Envelopes.accepted(second),
                  Envelopes.accepted(second),
                  Envelopes.accepted(Envelopes.of(10)),
                  ofAnotherKiosk(first),
                  Envelopes.rejected(third))));
      assertEquals(new OutboxCounts(1, 1, 1), outbox.counts());
      assertEquals(List.of(first), Fixture.pending(outbox));
      assertEquals(List.of(), outbox.settle(List.of()));
    }
  }

  @Test
  void settle_manyTogether_oneTransactionInTheLog() throws Exception {
    Path directory = temp.resolve("q");
    List<PlatformReceipt> receipts = new ArrayList<>();
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      for (int i = 0; i < 200; i++) {
        SignedEnvelope message = Envelopes.of(200);
        outbox.append(message);
        outbox.attempted(i + 1);
        receipts.add(Envelopes.accepted(message));
      }
      SignedEnvelope left = Envelopes.of(10);
      outbox.append(left);
      long before = WalFrames.commits(directory);
      outbox.settle(receipts);
      assertTrue(WalFrames.commits(directory) - before <= 1);
      assertEquals(new OutboxCounts(1, 200, 0), outbox.counts());
    }
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(new OutboxCounts(1, 200, 0), outbox.counts());
      assertTrue(
          outbox.list(0, 200).stream()
              .allMatch(e -> e.state() == DeliveryState.DELIVERED && e.attempts() == 1));
    }
  }

  @Test
  void settle_afterClose_closed() throws Exception {
    SqliteOutbox outbox = Fixture.open(temp.resolve("q"));
    outbox.close();
    List<PlatformReceipt> receipts = List.of(Envelopes.accepted(Envelopes.of(10)));
    OutboxException closed = assertThrows(OutboxException.class, () -> outbox.settle(receipts));
    assertEquals(Reason.CLOSED, closed.reason());
  }

  private static PlatformReceipt ofAnotherKiosk(SignedEnvelope message) {
    return new PlatformReceipt(
        "lab-000002",
        message.id(),
        message.sm3(),
        PlatformReceipt.Outcome.ACCEPTED,
        Optional.of("3301-2026-000042"),
        Optional.empty(),
        Envelopes.NOW);
  }
}
