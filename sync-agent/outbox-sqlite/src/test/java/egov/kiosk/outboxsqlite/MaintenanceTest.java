package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.domain.outbox.SequenceRange;
import egov.kiosk.outboxsqlite.tool.OutboxTool;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line does: verify, show, export, import, salvage. */
class MaintenanceTest {
  @TempDir Path temp;
  private Path directory;

  @BeforeEach
  void place() {
    directory = temp.resolve("q");
  }

  @Test
  void verify_soundQueueBesideItsRuntime_soundWithCounts() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      fill(outbox);
      Verification found = verify();
      assertTrue(found.sound(), found.toString());
      assertEquals(150, found.rows());
      assertEquals(outbox.counts(), found.counts());
      assertEquals(List.of(), found.missing());
    }
  }

  @Test
  void verify_alteredLostAndOld_eachNamed() throws Exception {
    Fixture.closedWith(directory, 100, 300);
    Fixture.sql(
        directory,
        "UPDATE message SET retries = 7 WHERE sequence IN (7, 8, 20)",
        "DELETE FROM message WHERE sequence IN (30, 99, 100)");
    Verification found = verify();
    assertFalse(found.sound());
    assertEquals(List.of(new SequenceRange(7, 8), new SequenceRange(20, 20)), found.altered());
    assertEquals(List.of(new SequenceRange(30, 30)), found.missing());
    assertTrue(found.problems().get(0).contains("ends at 98, not at 100"), found.toString());
  }

  @Test
  void verify_brokenPage_saysSo() throws Exception {
    Fixture.closedWith(directory, 200, 3000);
    byte[] noise = new byte[4096];
    java.util.Arrays.fill(noise, (byte) 0x5A);
    Fixture.overwrite(directory, 30 * 4096, noise);
    Verification found = verify();
    assertFalse(found.problems().isEmpty());
  }

  @Test
  void verify_findsDamage_runningQueuePutsItRight() throws Exception {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    OutboxTool tool = new OutboxTool();
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      fill(outbox);
      Fixture.sql(directory, "UPDATE message SET retries = 7 WHERE sequence IN (1, 2, 3)");
      // Whether the check after the start met them or not, they are not left as they are.
      tool.run(out, out, "verify", directory.toString());
      Fixture.sql(directory, "UPDATE message SET retries = 8 WHERE sequence IN (4, 5, 6)");
      assertEquals(1, tool.run(out, out, "verify", directory.toString()), said.toString());
      assertTrue(said.toString().contains("looks at the queue within seconds"), said.toString());
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> tool.run(out, out, "verify", directory.toString()) == 0);
      Fixture.awaitIncident(directory, "place 6 was altered");
      assertTrue(outbox.accepting());
    }
  }

  @Test
  void verify_toldToStop_saysItIsNotComplete() throws Exception {
    Fixture.closedWith(directory, 10, 300);
    try (SqliteOutboxReader reader = SqliteOutboxReader.open(directory)) {
      assertFalse(reader.verify(() -> true).sound());
    }
  }

  @Test
  void unsettled_pages_pendingAndDeadLettersWithBytesAndNothingAltered() throws Exception {
    List<SignedEnvelope> sent;
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      sent = fill(outbox);
    }
    Fixture.sql(directory, "UPDATE message SET length = 1 WHERE sequence = 2");
    List<SignedEnvelope> found = new ArrayList<>();
    List<DeliveryState> states = new ArrayList<>();
    try (SqliteOutboxReader reader = SqliteOutboxReader.open(directory, Fixture.RING)) {
      long after = 0;
      for (List<StoredEnvelope> page = reader.unsettled(after, 7);
          !page.isEmpty();
          page = reader.unsettled(after, 7)) {
        page.forEach(stored -> found.add(stored.envelope()));
        page.forEach(stored -> states.add(stored.entry().state()));
        after = page.get(page.size() - 1).entry().sequence();
      }
      assertEquals(sent.get(4).id(), reader.find(sent.get(4).id().value()).orElseThrow().id());
    }
    List<SignedEnvelope> expected = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      if (i % 3 != 0 && i != 1) {
        expected.add(sent.get(i));
      }
    }
    assertEquals(expected, found);
    assertFalse(states.contains(DeliveryState.DELIVERED));
    assertTrue(states.contains(DeliveryState.DEAD_LETTER));
  }

  @Test
  void take_foreignMessages_addedOnceAndConflictRefused() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      SignedEnvelope foreign = Envelopes.of(Lane.BULK, 500);
      assertEquals(Taken.ADDED, outbox.take(foreign));
      assertEquals(Taken.ALREADY_HERE, outbox.take(foreign));
      outbox.settle(Envelopes.accepted(foreign));
      assertEquals(Taken.ALREADY_HERE, outbox.take(foreign), "settled long ago");
      assertEquals(Taken.CONFLICT, outbox.take(Envelopes.of(foreign.id(), 500, 42)));
      assertEquals(new OutboxCounts(0, 1, 0), outbox.counts());
    }
  }

  @Test
  void salvage_onDemand_freshFileWithEverything() throws Exception {
    OutboxCounts before;
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      fill(outbox);
      before = outbox.counts();
      OutboxException refused =
          assertThrows(
              OutboxException.class, () -> OutboxSalvage.run(directory, Clock.systemUTC()));
      assertEquals(Reason.LOCKED, refused.reason());
    }
    SalvageResult result = OutboxSalvage.run(directory, Clock.systemUTC());
    assertEquals(150, result.kept());
    assertEquals(before.pending(), result.pending());
    assertEquals(List.of(), result.missing());
    assertEquals(List.of(result.aside()), Fixture.quarantined(directory));
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(before, outbox.counts());
    }
    assertTrue(Fixture.incidents(directory).contains("a technician asked for it"));
    assertThrows(
        OutboxException.class, () -> OutboxSalvage.run(temp.resolve("no"), Clock.systemUTC()));
  }

  private Verification verify() throws Exception {
    try (SqliteOutboxReader reader = SqliteOutboxReader.open(directory)) {
      return reader.verify(() -> false);
    }
  }

  /** A third each delivered, pending, and refused. */
  private static List<SignedEnvelope> fill(SqliteOutbox outbox) throws Exception {
    List<SignedEnvelope> sent = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      SignedEnvelope message = Envelopes.of(Lane.values()[i % 3], 400);
      outbox.append(message);
      sent.add(message);
      if (i % 3 == 0) {
        outbox.settle(Envelopes.accepted(message));
      } else if (i % 3 == 2) {
        outbox.settle(Envelopes.rejected(message));
      }
    }
    return sent;
  }
}
