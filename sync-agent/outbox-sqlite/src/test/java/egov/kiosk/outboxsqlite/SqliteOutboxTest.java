package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.outbox.Settlement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteOutboxTest {
  @TempDir Path temp;

  @Test
  void append_newMessages_risingSequencesInOrder() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(temp.resolve("q"))) {
      SignedEnvelope first = Envelopes.of(100);
      SignedEnvelope second = Envelopes.of(64 * 1024);
      assertEquals(1, outbox.append(first));
      assertEquals(2, outbox.append(second));
      assertEquals(
          List.of(new QueuedEnvelope(1, first), new QueuedEnvelope(2, second)),
          outbox.pending(Lane.NORMAL, 0, 10));
      assertEquals(List.of(new QueuedEnvelope(2, second)), outbox.pending(Lane.NORMAL, 1, 10));
      assertEquals(List.of(new QueuedEnvelope(1, first)), outbox.pending(Lane.NORMAL, 0, 1));
    }
  }

  @Test
  void append_sameMessageAgain_sameSequenceAndOneRow() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(temp.resolve("q"))) {
      SignedEnvelope message = Envelopes.of(500);
      long place = outbox.append(message);
      outbox.append(Envelopes.of(500));
      assertEquals(place, outbox.append(message));
      assertEquals(new OutboxCounts(2, 0, 0), outbox.counts());
    }
  }

  @Test
  void append_sameMessageAfterDelivery_sameSequenceAndStillDelivered() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(temp.resolve("q"))) {
      SignedEnvelope message = Envelopes.of(500);
      long place = outbox.append(message);
      outbox.settle(Envelopes.accepted(message));
      assertEquals(place, outbox.append(message));
      assertEquals(new OutboxCounts(0, 1, 0), outbox.counts());
    }
  }

  @Test
  void append_sameIdOtherBytes_conflictAndFirstKept() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(temp.resolve("q"))) {
      SignedEnvelope message = Envelopes.of(500);
      outbox.append(message);
      SignedEnvelope other = Envelopes.of(message.id(), 500, 42);
      OutboxException refused = assertThrows(OutboxException.class, () -> outbox.append(other));
      assertEquals(Reason.CONFLICT, refused.reason());
      assertEquals(List.of(message), Fixture.pending(outbox));
    }
  }

  @Test
  void settle_accepted_deliveredWithNumberAndBytesReleased() throws Exception {
    Path directory = temp.resolve("q");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      SignedEnvelope message = Envelopes.of(5000);
      outbox.append(message);
      outbox.attempted(1);
      outbox.attempted(1);
      assertEquals(Settlement.SETTLED, outbox.settle(Envelopes.accepted(message)));
      assertEquals(Settlement.ALREADY_SETTLED, outbox.settle(Envelopes.accepted(message)));
      OutboxEntry entry = Fixture.list(outbox).get(0);
      assertEquals(DeliveryState.DELIVERED, entry.state());
      assertEquals(Optional.of("3301-2026-000042"), entry.acceptanceNumber());
      assertEquals(2, entry.attempts());
      assertEquals(5000, entry.bytes());
      assertTrue(entry.settledAt().isPresent());
      assertTrue(outbox.pending(Lane.NORMAL, 0, 10).isEmpty());
    }
  }

  @Test
  void settle_rejected_deadLetterWithReason() throws Exception {
    Path directory = temp.resolve("q");
    SignedEnvelope message = Envelopes.of(5000);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      outbox.append(message);
      assertEquals(Settlement.SETTLED, outbox.settle(Envelopes.rejected(message)));
      assertEquals(Settlement.ALREADY_SETTLED, outbox.settle(Envelopes.accepted(message)));
    }
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      OutboxEntry entry = Fixture.list(outbox).get(0);
      assertEquals(DeliveryState.DEAD_LETTER, entry.state());
      assertEquals(Optional.of("FORM_INVALID"), entry.reason());
      assertEquals(new OutboxCounts(0, 0, 1), outbox.counts());
      assertTrue(Fixture.pending(outbox).isEmpty());
    }
  }

  @Test
  void settle_otherDigestOtherKioskUnknownId_changesNothing() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(temp.resolve("q"))) {
      SignedEnvelope message = Envelopes.of(500);
      outbox.append(message);
      PlatformReceipt good = Envelopes.accepted(message);
      PlatformReceipt otherBytes = Envelopes.accepted(Envelopes.of(message.id(), 500, 42));
      PlatformReceipt otherKiosk =
          new PlatformReceipt(
              "lab-000002",
              good.messageId(),
              good.envelopeSm3(),
              good.outcome(),
              good.acceptanceNumber(),
              good.reason(),
              good.issuedAt());
      PlatformReceipt unknown = Envelopes.accepted(Envelopes.of(10));
      assertEquals(Settlement.DIGEST_MISMATCH, outbox.settle(otherBytes));
      assertEquals(Settlement.UNKNOWN_MESSAGE, outbox.settle(otherKiosk));
      assertEquals(Settlement.UNKNOWN_MESSAGE, outbox.settle(unknown));
      assertEquals(List.of(message), Fixture.pending(outbox));
    }
  }

  @Test
  void reopen_afterClose_everythingAsItWas() throws Exception {
    Path directory = temp.resolve("q");
    SignedEnvelope waiting = Envelopes.of(700);
    SignedEnvelope settled = Envelopes.of(700);
    List<OutboxEntry> before;
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      outbox.append(settled);
      outbox.append(waiting);
      outbox.settle(Envelopes.accepted(settled));
      outbox.attempted(2);
      before = Fixture.list(outbox);
    }
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(before, Fixture.list(outbox));
      assertEquals(1, before.get(1).attempts());
      assertEquals(List.of(waiting), Fixture.pending(outbox));
      assertEquals(3, outbox.append(Envelopes.of(10)));
      assertEquals("", Fixture.incidents(directory));
    }
  }

  @Test
  void attempted_thousands_allCountedAfterReopen() throws Exception {
    Path directory = temp.resolve("q");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      for (int i = 1; i <= 100; i++) {
        outbox.append(Envelopes.of(50));
      }
      for (int i = 0; i < 1000; i++) {
        outbox.attempted(i % 100 + 1);
      }
    }
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertTrue(Fixture.list(outbox).stream().allMatch(entry -> entry.attempts() == 10));
    }
  }

  @Test
  void listen_append_rungOnceForEachNewMessage() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(temp.resolve("q"))) {
      List<Long> rung = new ArrayList<>();
      outbox.listen(rung::add);
      SignedEnvelope message = Envelopes.of(10);
      outbox.append(message);
      outbox.append(message);
      outbox.append(Envelopes.of(10));
      assertEquals(List.of(1L, 2L), rung);
    }
  }

  @Test
  void append_overQuota_fullAndNothingLostAndRecovers() throws Exception {
    OutboxSettings small =
        new OutboxSettings(temp.resolve("q"), 1 << 20, 0, java.time.Duration.ofSeconds(1));
    try (SqliteOutbox outbox = Fixture.open(small)) {
      List<SignedEnvelope> kept = new ArrayList<>();
      OutboxException full =
          assertThrows(
              OutboxException.class,
              () -> {
                while (true) {
                  SignedEnvelope message = Envelopes.of(30_000);
                  outbox.append(message);
                  kept.add(message);
                }
              });
      assertEquals(Reason.FULL, full.reason());
      assertFalse(outbox.accepting());
      assertTrue(kept.size() > 20, "kept " + kept.size());
      assertEquals(kept, Fixture.pending(outbox));
      assertEquals(1, outbox.append(kept.get(0)), "what is stored is still answered");
      for (SignedEnvelope message : kept) {
        assertEquals(Settlement.SETTLED, outbox.settle(Envelopes.accepted(message)));
      }
      assertTrue(outbox.accepting());
      outbox.append(Envelopes.of(30_000));
    }
  }

  @Test
  void calls_afterClose_closed() throws Exception {
    SqliteOutbox outbox = Fixture.open(temp.resolve("q"));
    outbox.close();
    outbox.close();
    assertFalse(outbox.accepting());
    for (org.junit.jupiter.api.function.Executable call :
        List.<org.junit.jupiter.api.function.Executable>of(
            () -> outbox.append(Envelopes.of(10)),
            () -> outbox.pending(Lane.NORMAL, 0, 1),
            () -> outbox.list(0, 1),
            outbox::counts,
            () -> outbox.settle(Envelopes.accepted(Envelopes.of(10))))) {
      OutboxException closed = assertThrows(OutboxException.class, call);
      assertEquals(Reason.CLOSED, closed.reason());
    }
  }

  @Test
  void close_nothingUnderWay_noLogLeft() throws Exception {
    Path directory = temp.resolve("q");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      outbox.append(Envelopes.of(1000));
    }
    assertFalse(Files.exists(directory.resolve(Fixture.WAL)));
  }

  @Test
  void kioskIdUnknown_receipt_settlesByDigestAlone() throws Exception {
    try (SqliteOutbox outbox =
        SqliteOutbox.open(
            Fixture.settings(temp.resolve("q")), java.time.Clock.systemUTC(), Optional::empty)) {
      SignedEnvelope message = Envelopes.of(10);
      outbox.append(message);
      assertEquals(Settlement.SETTLED, outbox.settle(Envelopes.accepted(message)));
    }
  }
}
