package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetainedStore;
import egov.kiosk.outboxsqlite.store.NextVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An update that is undone: this program and its queue after a newer one has had it. */
class NewerFileTest {
  private static final int THIS = NextVersion.VERSION - 1;

  @TempDir Path temp;
  private Path directory;
  private List<SignedEnvelope> sent;

  @BeforeEach
  void write() throws Exception {
    directory = temp.resolve("q");
    sent = new ArrayList<>(Fixture.closedWith(directory, 5, 1000));
  }

  private SqliteOutbox newer(int oldest, String... more) throws OutboxException {
    return SqliteOutbox.open(
        Fixture.settings(directory), Fixture.SURROUNDINGS, NextVersion.schema(oldest, more));
  }

  private String ask(String file, String question) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(file));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  @Test
  void updateUndone_queueGoesOnAndTheNewerProgramFindsItsOwn() throws Exception {
    SignedEnvelope meanwhile = Envelopes.of(500);
    try (SqliteOutbox outbox = newer(THIS)) {
      assertEquals(sent, Fixture.pending(outbox));
      sent.add(Envelopes.of(800));
      outbox.append(sent.get(5));
      outbox.settle(Envelopes.accepted(sent.get(0)));
    }
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(new OutboxCounts(5, 1, 0), outbox.counts());
      assertEquals(sent.subList(1, 6), Fixture.pending(outbox));
      assertEquals(7, outbox.append(meanwhile));
      outbox.settle(Envelopes.accepted(sent.get(1)));
      outbox.settle(Envelopes.rejected(sent.get(2)));
      assertTrue(outbox.retry(sent.get(2).id()));
    }
    assertEquals(
        String.valueOf(THIS << 16 | NextVersion.VERSION), ask(Fixture.DB, "PRAGMA user_version"));
    assertEquals("of the newer program", ask(Fixture.DB, "SELECT said FROM remark"));
    try (SqliteOutbox outbox = newer(THIS)) {
      assertEquals(new OutboxCounts(5, 2, 0), outbox.counts());
      assertTrue(Fixture.pending(outbox).contains(meanwhile));
      assertEquals("7", ask(Fixture.DB, "SELECT weight FROM message WHERE sequence = 7"));
      assertEquals("", Fixture.incidents(directory));
    }
  }

  @Test
  void updateUndone_toolLooksAndSalvages() throws Exception {
    newer(THIS).close();
    try (SqliteOutboxReader reader = SqliteOutboxReader.open(directory)) {
      assertEquals(List.of(), reader.verify(() -> false).problems());
    }
    assertEquals(5, OutboxSalvage.run(directory, Clock.systemUTC()).kept());
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(sent, Fixture.pending(outbox));
    }
  }

  @Test
  void newerProgramSaysOthersCannot_refusedAndUntouched() throws Exception {
    newer(NextVersion.VERSION).close();
    assertRefused("this program knows " + THIS);
  }

  @Test
  void newerProgramSaysOthersCan_butItIsNotSo_refusedAndUntouched() throws Exception {
    newer(THIS, "CREATE TRIGGER t AFTER INSERT ON message BEGIN DELETE FROM message; END").close();
    assertRefused("not only more");
  }

  private void assertRefused(String why) throws Exception {
    byte[] before = Files.readAllBytes(directory.resolve(Fixture.DB));
    OutboxException refused = assertThrows(OutboxException.class, () -> Fixture.open(directory));
    assertEquals(Reason.TOO_NEW, refused.reason());
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
    assertThrows(OutboxException.class, () -> SqliteOutboxReader.open(directory));
    assertThrows(OutboxException.class, () -> OutboxSalvage.run(directory, Clock.systemUTC()));
    assertArrayEquals(before, Files.readAllBytes(directory.resolve(Fixture.DB)));
    assertTrue(Fixture.quarantined(directory).isEmpty());
  }

  @Test
  void renewal_leavesOneCopyOfWhatWas_untilItsTimeIsOver() throws Exception {
    assertFalse(Files.exists(directory.resolve("former.db")), "nothing was renewed yet");
    try (SqliteOutbox outbox = newer(THIS)) {
      assertEquals("5", ask("former.db", "SELECT count(*) FROM message"));
      assertEquals(String.valueOf(THIS), ask("former.db", "PRAGMA user_version"));
      assertEquals("ok", ask("former.db", "PRAGMA integrity_check"));
      RetainedStore kept = outbox.retained(Holding.QUEUE_SET_ASIDE);
      assertEquals(0, kept.due(Instant.now().minus(Duration.ofDays(90))).count());
      assertEquals(1, kept.due(Instant.now().plusSeconds(60)).count());
      kept.destroy(Instant.now().plusSeconds(60), 10);
    }
    assertFalse(Files.exists(directory.resolve("former.db")));
    newer(THIS).close();
    assertFalse(Files.exists(directory.resolve("former.db")), "nothing was renewed");
  }

  @Test
  void renewal_withoutRoom_goesOnWithoutACopy() throws Exception {
    OutboxSettings tight =
        new OutboxSettings(directory, 64 << 20, Long.MAX_VALUE / 2, Duration.ofSeconds(5));
    try (SqliteOutbox outbox =
        SqliteOutbox.open(tight, Fixture.SURROUNDINGS, NextVersion.schema(THIS))) {
      assertEquals(sent, Fixture.pending(outbox));
    }
    assertFalse(Files.exists(directory.resolve("former.db")));
    assertFalse(Files.exists(directory.resolve("former.db.part")));
  }
}
