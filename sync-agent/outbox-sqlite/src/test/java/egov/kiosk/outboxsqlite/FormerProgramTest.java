package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.outboxsqlite.store.NextVersion;
import egov.kiosk.outboxsqlite.store.RowBox;
import egov.kiosk.outboxsqlite.store.Schema;
import egov.kiosk.outboxsqlite.store.Version3;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file of this program, and of one after it, in the hands of the program of version 3, and back:
 * nothing is lost or found altered, by neither.
 */
class FormerProgramTest {
  @TempDir Path temp;

  static Stream<Function<RowBox, Schema>> programs() {
    return Stream.of(Schema::new, NextVersion.schema(3));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void version3_readsAppendsAndSettles(Function<RowBox, Schema> program) throws Exception {
    Path directory = temp.resolve("q");
    List<SignedEnvelope> sent = Stream.of(700, 20_000, 900).map(Envelopes::of).toList();
    SignedEnvelope later = Envelopes.of(1200);
    OutboxSettings settings = Fixture.settings(directory);
    try (SqliteOutbox outbox = SqliteOutbox.open(settings, Fixture.SURROUNDINGS, program)) {
      for (SignedEnvelope message : sent) {
        outbox.append(message);
      }
      outbox.settle(Envelopes.accepted(sent.get(0)));
    }
    try (Version3 old = new Version3(directory.resolve(Fixture.DB), Fixture.RING)) {
      List<Version3.Row> waiting = old.pending("NORMAL");
      assertEquals(
          sent.subList(1, 3).stream().map(FormerProgramTest::told).toList(), told(waiting));
      old.append(4, later, Envelopes.NOW);
      old.settle(waiting.get(0), "3301-2026-000043", Envelopes.NOW);
    }
    try (SqliteOutbox outbox = SqliteOutbox.open(settings, Fixture.SURROUNDINGS, program)) {
      assertEquals(new OutboxCounts(2, 2, 0), outbox.counts());
      assertEquals(List.of(sent.get(2), later), Fixture.pending(outbox));
      assertEquals(
          "3301-2026-000043",
          outbox.find(sent.get(1).id().value()).orElseThrow().acceptanceNumber().orElseThrow());
      assertEquals("", Fixture.incidents(directory));
    }
    try (SqliteOutboxReader reader = SqliteOutboxReader.open(directory, Fixture.RING)) {
      Verification verified = reader.verify(() -> false);
      assertEquals(List.of(), verified.problems());
      assertEquals(List.of(), verified.altered());
      assertEquals(4, verified.rows());
    }
  }

  private static List<String> told(List<Version3.Row> rows) {
    return rows.stream()
        .map(row -> row.id() + row.kind() + row.item() + row.sm3() + row.hex())
        .toList();
  }

  private static String told(SignedEnvelope message) {
    return message.id().value()
        + message.kind()
        + message.itemCode()
        + message.sm3()
        + HexFormat.of().formatHex(message.bytes());
  }
}
