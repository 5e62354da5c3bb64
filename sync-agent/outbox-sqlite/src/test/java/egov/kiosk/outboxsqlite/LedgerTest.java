package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.Reckoning;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The books balance, whatever happens to the file. */
class LedgerTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");

  @TempDir Path temp;

  @Test
  void reckon_receiptsOfSeveralDays_countedByTheirUtcDay() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(temp.resolve("q"))) {
      List<SignedEnvelope> sent = append(outbox, 6);
      List<String> instants =
          List.of(
              "2026-11-20T23:59:59.999Z",
              "2026-11-21T00:00:00Z",
              "2026-11-21T23:59:59.999Z",
              "2026-11-22T00:00:00Z");
      for (int i = 0; i < instants.size(); i++) {
        outbox.settle(Envelopes.accepted(sent.get(i), Instant.parse(instants.get(i))));
      }
      outbox.settle(Envelopes.rejected(sent.get(4)));
      String sm3 = digest(List.of(sent.get(2), sent.get(1)));
      assertEquals(new Reckoning(DAY, 6, 4, 1, 1, 0, 2, sm3), outbox.reckon(DAY));
      LocalDate quiet = LocalDate.parse("2026-12-24");
      assertEquals(new Reckoning(quiet, 6, 4, 1, 1, 0, 0, digest(List.of())), outbox.reckon(quiet));
    }
  }

  @Test
  void reckon_afterLossSalvageRetryAndImport_balances() throws Exception {
    Path directory = temp.resolve("q");
    List<SignedEnvelope> sent;
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      sent = append(outbox, 10);
      outbox.settle(Envelopes.accepted(sent.get(0)));
      outbox.settle(Envelopes.rejected(sent.get(1)));
      outbox.settle(Envelopes.rejected(sent.get(2)));
    }
    Fixture.sql(directory, "DELETE FROM message WHERE sequence IN (1, 5, 9, 10)");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(new Reckoning(DAY, 10, 0, 4, 2, 4, 0, digest(List.of())), outbox.reckon(DAY));
      outbox.retry(sent.get(1).id());
      assertEquals(Taken.ADDED, outbox.take(sent.get(4)), "from a copy a technician had");
      outbox.settle(Envelopes.accepted(sent.get(3)));
      String sm3 = digest(List.of(sent.get(3)));
      assertEquals(new Reckoning(DAY, 11, 1, 5, 1, 4, 1, sm3), outbox.reckon(DAY));
    }
    Fixture.sql(directory, "PRAGMA application_id = 7");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      String sm3 = digest(List.of(sent.get(3)));
      assertEquals(
          new Reckoning(DAY, 11, 1, 5, 1, 4, 1, sm3), outbox.reckon(DAY), "salvaged again");
    }
  }

  @Test
  void reckon_nobodyMakesDigests_refused() throws Exception {
    Surroundings poor =
        new Surroundings(Clock.systemUTC(), Optional::empty, Optional::empty, Fixture.RING);
    try (SqliteOutbox outbox = SqliteOutbox.open(Fixture.settings(temp.resolve("q")), poor)) {
      assertThrows(OutboxException.class, () -> outbox.reckon(DAY));
    }
  }

  private static List<SignedEnvelope> append(SqliteOutbox outbox, int count) throws Exception {
    List<SignedEnvelope> sent = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sent.add(Envelopes.of(200));
      outbox.append(sent.get(i));
    }
    return sent;
  }

  private static String digest(List<SignedEnvelope> settled) throws Exception {
    StringBuilder text = new StringBuilder();
    settled.stream().map(e -> e.id().value()).sorted().forEach(id -> text.append(id).append("\n"));
    byte[] bytes = text.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
