package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.Reckoning;
import egov.kiosk.domain.outbox.Settlement;
import egov.kiosk.outboxsqlite.directory.HighWater;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue of the first released program, with rows in every state, in the hands of this one. */
class MigrationTest {
  private static final Version1.Fate DELIVERED =
      new Version1.Fate("DELIVERED", Envelopes.NOW.toEpochMilli(), "3301-2026-000042", null);
  private static final Version1.Fate DEAD =
      new Version1.Fate("DEAD_LETTER", Envelopes.NOW.toEpochMilli(), null, "FORM_INVALID");

  @TempDir Path temp;
  private Path directory;
  private final List<SignedEnvelope> sent = new ArrayList<>();

  /** Places 1 to 12: pending, delivered, dead letter, and so on; 13 to 15 were lost before. */
  @BeforeEach
  void write() throws Exception {
    directory = Files.createDirectory(temp.resolve("q"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    Version1.write(
        directory.resolve(Fixture.DB),
        file -> {
          for (int i = 0; i < 12; i++) {
            sent.add(Envelopes.of(i % 2 == 0 ? 700 : 20_000));
            Version1.Fate fate = List.of(Version1.Fate.PENDING, DELIVERED, DEAD).get(i % 3);
            file.row(i + 1, sent.get(i), fate, i);
          }
          file.gap(13, 15);
        });
    try (HighWater highWater = HighWater.open(StateDirectory.open(directory))) {
      highWater.write(15);
    }
  }

  @Test
  void version1_open_everyRowAsItWas() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(new OutboxCounts(4, 4, 4), outbox.counts());
      assertEquals(
          List.of(sent.get(0), sent.get(3), sent.get(6), sent.get(9)), Fixture.pending(outbox));
      List<OutboxEntry> entries = Fixture.list(outbox);
      for (int i = 0; i < 12; i++) {
        OutboxEntry entry = entries.get(i);
        assertEquals(sent.get(i).id(), entry.id());
        assertEquals(Label.PLAIN, entry.label());
        assertEquals(i, entry.attempts());
        assertEquals(i % 3 == 2 ? Optional.of("FORM_INVALID") : Optional.empty(), entry.reason());
      }
      assertEquals("", Fixture.incidents(directory));
      assertTrue(Fixture.quarantined(directory).isEmpty());
    }
    try (SqliteOutboxReader reader = SqliteOutboxReader.open(directory)) {
      Verification verified = reader.verify(() -> false);
      assertEquals(List.of(), verified.problems());
      assertEquals(List.of(), verified.altered(), "old check values still count");
      assertEquals(12, verified.rows());
    }
  }

  @Test
  void version1_afterMigration_worksOnLikeANewOne() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(16, outbox.append(Envelopes.of(Lane.URGENT, 100)), "lost places stay lost");
      assertEquals(Settlement.SETTLED, outbox.settle(Envelopes.accepted(sent.get(0))));
      assertTrue(outbox.retry(sent.get(2).id()));
      assertEquals(sent.get(2), outbox.pending(Lane.NORMAL, 1, 1).get(0).envelope());
    }
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(new OutboxCounts(5, 5, 3), outbox.counts());
      Reckoning books = outbox.reckon(LocalDate.ofInstant(Envelopes.NOW, ZoneOffset.UTC));
      assertEquals(16, books.created());
      assertEquals(3, books.missing());
      assertEquals(1, books.settledThatDay(), "older receipts have no date");
      assertEquals("", Fixture.incidents(directory));
    }
  }

  @Test
  void version1_damaged_salvagedIntoTheNewForm() throws Exception {
    Fixture.sql(directory, "DROP INDEX message_id");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(new OutboxCounts(4, 4, 4), outbox.counts());
      assertEquals(16, outbox.append(Envelopes.of(10)), "gaps are found again");
      assertEquals(DeliveryState.DEAD_LETTER, Fixture.list(outbox).get(2).state());
      assertTrue(Fixture.incidents(directory).contains("not the queue's; 12 rows salvaged"));
    }
  }

  @Test
  void version1_readerBeforeMigration_saysWhatToDoAndChangesNothing() throws Exception {
    byte[] before = Files.readAllBytes(directory.resolve(Fixture.DB));
    OutboxException refused =
        assertThrows(OutboxException.class, () -> SqliteOutboxReader.open(directory));
    assertTrue(refused.getMessage().contains("start the runtime once"), refused.getMessage());
    assertTrue(Arrays.equals(before, Files.readAllBytes(directory.resolve(Fixture.DB))));
  }
}
