package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.outboxsqlite.directory.HighWater;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import egov.kiosk.outboxsqlite.store.Version2;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue of a program without data keys, in the hands of this one. */
class SealingMigrationTest {
  private static final String ORDER_KEY = "0123456789abcdeffedcba9876543210";
  private static final String NUMBER = "3301-2026-424242";
  private static final String REASON = "FORM_VERY_SPECIAL";
  private static final String ITEM = "SPECIAL-SERVICE-ITEM";

  @TempDir Path temp;
  private Path directory;
  private final List<SignedEnvelope> sent = new ArrayList<>();

  @BeforeEach
  void write() throws Exception {
    directory = Files.createDirectory(temp.resolve("q"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    for (int i = 0; i < 60; i++) {
      SignedEnvelope envelope = Envelopes.of(i % 2 == 0 ? 300 : 9_000);
      Label label =
          new Label(
              Lane.NORMAL,
              Optional.of(ORDER_KEY),
              Optional.of(new LocalNumber("%012d".formatted(100 + i))));
      sent.add(
          new SignedEnvelope(
              envelope.id(),
              envelope.kind(),
              ITEM,
              envelope.bytes(),
              HexFormat.of().parseHex(envelope.sm3()),
              label));
    }
    Version2.write(directory.resolve(Fixture.DB), sent, Envelopes.NOW, NUMBER, REASON);
    try (HighWater highWater = HighWater.open(StateDirectory.open(directory))) {
      highWater.write(60);
    }
  }

  @Test
  void version2_open_everyRowAsItWasAndNothingReadableLeft() throws Exception {
    assertFalse(readable().isEmpty(), "the scanner itself works");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertTrueToTheOld(outbox);
      assertEquals(List.of(), readable(), "while it is open, its log included");
    }
    assertEquals(List.of(), readable());
    assertEquals("", Fixture.incidents(directory));
  }

  @Test
  void version2_damaged_salvagedAndSealed() throws Exception {
    Fixture.sql(directory, "DROP INDEX message_id");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertTrueToTheOld(outbox);
      assertTrue(Fixture.incidents(directory).contains("60 rows salvaged"));
    }
  }

  @Test
  void version2_rowAlteredBefore_stillFoundAltered() throws Exception {
    Fixture.sql(directory, "UPDATE message SET length = 1 WHERE sequence = 1");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(19, Fixture.pending(outbox).size());
      assertEquals(Optional.of(SqliteOutbox.ALTERED), outbox.list(0, 1).get(0).reason());
    }
  }

  private void assertTrueToTheOld(SqliteOutbox outbox) throws Exception {
    assertEquals(new OutboxCounts(20, 20, 20), outbox.counts());
    List<SignedEnvelope> pending = Fixture.pending(outbox);
    assertEquals(20, pending.size());
    for (int i = 0; i < 20; i++) {
      assertEquals(sent.get(3 * i), pending.get(i));
      assertEquals(ITEM, pending.get(i).itemCode());
      assertEquals(sent.get(3 * i).label(), pending.get(i).label());
    }
    OutboxEntry delivered = outbox.find("000000000101").orElseThrow();
    assertEquals(Optional.of(NUMBER), delivered.acceptanceNumber());
    assertEquals(3, delivered.attempts());
    assertEquals(Optional.of(REASON), outbox.find("000000000102").orElseThrow().reason());
    assertEquals(61, outbox.append(Envelopes.of(10)));
  }

  private List<String> readable() throws Exception {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String word : List.of(ORDER_KEY, NUMBER, REASON, ITEM)) {
          if (bytes.contains(word)) {
            found.add(file.getFileName() + " holds " + word);
          }
        }
      }
    }
    return found;
  }
}
