package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.retention.Due;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetainedStore;
import egov.kiosk.domain.transaction.LocalNumber;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is over its time goes; what waits, or was refused, never does. */
class RetentionTest {
  private static final Instant MUCH_LATER = Envelopes.NOW.plus(Duration.ofDays(4000));
  private static final String NUMBER = "3301-2026-000042";

  @TempDir Path temp;

  private static SignedEnvelope labelled(String slip) {
    return Envelopes.of(
        MessageKind.ITEM,
        new Label(
            Lane.NORMAL,
            Optional.of("0123456789abcdef0123456789abcdef"),
            Optional.of(new LocalNumber(slip))),
        500);
  }

  private static void run(RetainedStore store, Instant before, int limit) throws Exception {
    while (store.destroy(before, limit).count() > 0) {
      // Slice by slice.
    }
  }

  @Test
  void settled_keepsWhatReconciliationNeedsAndNothingElse() throws Exception {
    Path directory = temp.resolve("q");
    SignedEnvelope settled = labelled("260101000017");
    SignedEnvelope waiting = labelled("260101000018");
    LocalDate day = Envelopes.NOW.atOffset(ZoneOffset.UTC).toLocalDate();
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      outbox.append(settled);
      outbox.append(waiting);
      outbox.settle(Envelopes.accepted(settled));
      var books = outbox.reckon(day);
      RetainedStore labels = outbox.retained(Holding.QUEUE_LABELS);
      assertEquals(Due.NOTHING, labels.due(Envelopes.NOW));
      assertEquals(Due.one(Envelopes.NOW), labels.due(MUCH_LATER));
      assertEquals(Due.one(Envelopes.NOW), labels.destroy(MUCH_LATER, 10));
      assertEquals(Due.NOTHING, labels.due(MUCH_LATER));
      assertEquals(books, outbox.reckon(day));
      OutboxEntry kept = outbox.find(settled.id().value()).orElseThrow();
      assertEquals(DeliveryState.DELIVERED, kept.state());
      assertTrue(kept.acceptanceNumber().isEmpty() && kept.label().localNumber().isEmpty());
      assertTrue(kept.label().orderKey().isEmpty());
      assertTrue(outbox.find("260101000017").isEmpty());
      assertEquals(1, outbox.append(settled), "it is still known, and not queued twice");
      assertEquals(List.of(waiting), Fixture.pending(outbox));
      assertTrue(outbox.find("260101000018").isPresent());
    }
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(List.of(waiting), Fixture.pending(outbox));
      assertEquals("", Fixture.incidents(directory));
    }
    for (String name : List.of(Fixture.DB, Fixture.WAL)) {
      Path file = directory.resolve(name);
      String raw = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
      assertFalse(raw.contains(NUMBER) || raw.contains("260101000017"), name);
    }
  }

  @Property(tries = 40)
  void anyQueue_pendingAndDeadLettersNeverChange(
      @ForAll @Size(max = 25) List<@IntRange(max = 2) Integer> fates,
      @ForAll @IntRange(min = 1, max = 9) int slice)
      throws Exception {
    Path directory = Files.createTempDirectory("retention").resolve("q");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      List<SignedEnvelope> sent = new ArrayList<>();
      for (int fate : fates) {
        SignedEnvelope one = Envelopes.of(300);
        outbox.append(one);
        sent.add(one);
        if (fate > 0) {
          outbox.settle(fate == 1 ? Envelopes.accepted(one) : Envelopes.rejected(one));
        }
      }
      List<OutboxEntry> before = unsettled(outbox);
      List<SignedEnvelope> waiting = Fixture.pending(outbox);
      var counts = outbox.counts();
      run(outbox.retained(Holding.QUEUE_LABELS), MUCH_LATER, slice);
      run(outbox.retained(Holding.QUEUE_SET_ASIDE), MUCH_LATER, slice);
      assertEquals(before, unsettled(outbox));
      assertEquals(waiting, Fixture.pending(outbox));
      assertEquals(counts, outbox.counts());
      for (int i = 0; i < fates.size(); i++) {
        assertEquals(fates.get(i) == 2, outbox.retry(sent.get(i).id()), "a dead letter is whole");
      }
    } finally {
      Fixture.delete(directory.getParent());
    }
  }

  private static List<OutboxEntry> unsettled(SqliteOutbox outbox) throws Exception {
    return Fixture.list(outbox).stream()
        .filter(one -> one.state() != DeliveryState.DELIVERED)
        .toList();
  }

  @Test
  void setAside_goesWhenEveryRowWentOn_andStaysWhileAnyIsMissing() throws Exception {
    Path directory = temp.resolve("q");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      outbox.append(Envelopes.of(300));
      Path aside = directory.resolve("quarantine/20200101T000000Z");
      Files.createDirectories(aside);
      Files.writeString(aside.resolve("outbox.db"), "damaged");
      Files.createDirectories(directory.resolve("quarantine/20991231T000000Z-1"));
      RetainedStore store = outbox.retained(Holding.QUEUE_SET_ASIDE);
      assertEquals(1, store.due(Envelopes.NOW).count());
      assertEquals(1, store.destroy(Envelopes.NOW, 10).count());
      assertFalse(Files.exists(aside));
      assertEquals(1, Fixture.quarantined(directory).size());
      Files.createDirectories(aside);
    }
    Fixture.sql(directory, "INSERT INTO gap VALUES (2, 2, 0)");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(Due.NOTHING, outbox.retained(Holding.QUEUE_SET_ASIDE).due(MUCH_LATER));
    }
  }

  @Test
  void everyColumn_hasADataClass() throws Exception {
    Path directory = temp.resolve("q");
    Fixture.closedWith(directory, 1, 300);
    TreeSet<String> columns = new TreeSet<>();
    try (var connection =
            java.sql.DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(Fixture.DB));
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT c.name FROM sqlite_schema t, pragma_table_info(t.name) c"
                    + " WHERE t.type = 'table'")) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
    }
    List<String> classed =
        Stream.of(Holding.QUEUE_CONTENT, Holding.QUEUE_LABELS, Holding.QUEUE_BOOKS)
            .flatMap(one -> one.columns().stream())
            .toList();
    columns.removeAll(classed);
    assertEquals(List.of(), List.copyOf(columns), "of which class are these?");
  }
}
