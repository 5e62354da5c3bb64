package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.transaction.LocalNumber;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanesTest {
  private static final Label LABEL =
      new Label(
          Lane.BULK,
          Optional.of("0123456789abcdef0123456789abcdef"),
          Optional.of(new LocalNumber("202611220017")));

  @TempDir Path temp;
  private Path directory;

  @BeforeEach
  void place() {
    directory = temp.resolve("q");
  }

  @Test
  void pending_severalLanes_eachOldestFirstAndOnlyItsOwn() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      List<List<SignedEnvelope>> sent =
          List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < 60; i++) {
        Lane lane = Lane.values()[i * 7 % 3];
        SignedEnvelope message = Envelopes.of(lane, 100);
        outbox.append(message);
        sent.get(lane.ordinal()).add(message);
      }
      for (Lane lane : Lane.values()) {
        List<QueuedEnvelope> found = Fixture.pending(outbox, lane);
        assertEquals(
            sent.get(lane.ordinal()), found.stream().map(QueuedEnvelope::envelope).toList());
        long third = found.get(2).sequence();
        assertEquals(found.subList(3, 5), outbox.pending(lane, third, 2));
      }
    }
  }

  @Test
  void label_reopenedAndSalvaged_stillThere() throws Exception {
    SignedEnvelope message = Envelopes.of(MessageKind.ITEM, LABEL, 9000);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      outbox.append(message);
    }
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(message, outbox.pending(Lane.BULK, 0, 1).get(0).envelope());
    }
    Fixture.sql(directory, "PRAGMA application_id = 7");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(message, outbox.pending(Lane.BULK, 0, 1).get(0).envelope());
      assertEquals(LABEL, Fixture.list(outbox).get(0).label());
    }
  }

  @Test
  void find_byIdOrSlipNumber_whateverTheState() throws Exception {
    SignedEnvelope item = Envelopes.of(MessageKind.ITEM, LABEL, 100);
    SignedEnvelope manifest = Envelopes.of(MessageKind.ATTACHMENT, LABEL, 100);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      outbox.append(item);
      outbox.append(manifest);
      outbox.attempted(1);
      OutboxEntry entry = outbox.find("202611220017").orElseThrow();
      assertEquals(item.id(), entry.id(), "the number is the transaction's");
      assertEquals(1, entry.attempts());
      assertEquals(manifest.id(), outbox.find(manifest.id().value()).orElseThrow().id());
      outbox.settle(Envelopes.rejected(item));
      assertEquals(DeliveryState.DEAD_LETTER, outbox.find("202611220017").orElseThrow().state());
      for (String nothing : List.of("", "202611220018", "%", "' OR 1=1 --", "x".repeat(5000))) {
        assertEquals(Optional.empty(), outbox.find(nothing));
      }
    }
  }

  @Test
  void lane_editedOnTheDisk_rowGoesAsideAndNobodyWaitsForEver() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      outbox.append(Envelopes.of(100));
      outbox.append(Envelopes.of(100));
      outbox.append(Envelopes.of(100));
    }
    Fixture.sql(
        directory,
        "UPDATE message SET lane = 'URGENT' WHERE sequence = 1",
        "UPDATE message SET lane = 'NONE' WHERE sequence = 2");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertTrue(outbox.pending(Lane.URGENT, 0, 5).isEmpty());
      org.awaitility.Awaitility.await()
          .atMost(java.time.Duration.ofSeconds(20))
          .untilAsserted(() -> assertEquals(2, outbox.counts().deadLetter()));
      assertEquals(3, outbox.pending(Lane.NORMAL, 0, 5).get(0).sequence());
    }
  }
}
