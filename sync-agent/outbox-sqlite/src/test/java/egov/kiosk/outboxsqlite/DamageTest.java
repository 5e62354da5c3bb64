package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.health.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What disks do to the files (attack tests F01 to F04). */
class DamageTest {
  @TempDir Path temp;
  private Path directory;

  @BeforeEach
  void place() {
    directory = temp.resolve("q");
  }

  @Test
  void headerZeroed_open_everyRowSalvagedAndFileKept() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 60, 3000);
    Fixture.overwrite(directory, 0, new byte[100]);
    byte[] damaged = Files.readAllBytes(directory.resolve(Fixture.DB));
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(sent, Fixture.pending(outbox));
      assertEquals(61, outbox.append(Envelopes.of(10)));
      assertEquals(Level.WARN, new QueueCheck(outbox).check(Duration.ZERO).level());
    }
    assertEquals(1, Fixture.quarantined(directory).size());
    Path kept = Fixture.quarantined(directory).get(0).resolve(Fixture.DB);
    assertTrue(Arrays.equals(damaged, Files.readAllBytes(kept)));
    String incident = Fixture.incidents(directory);
    assertTrue(incident.contains("60 rows salvaged (60 pending), none missing"), incident);
    assertEquals(1, incident.lines().count());
  }

  @Test
  void onePageOverwritten_open_onlyItsRowsMissingAndNamed() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 60, 3000);
    byte[] noise = new byte[4096];
    Arrays.fill(noise, (byte) 0x5A);
    Fixture.overwrite(directory, 20 * 4096, noise);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      List<SignedEnvelope> left = Fixture.pending(outbox);
      assertTrue(sent.containsAll(left));
      assertTrue(left.size() >= 55 && left.size() < 60, "left " + left.size());
      assertTrue(Fixture.incidents(directory).contains("missing at places"));
      assertEquals(61, outbox.append(Envelopes.of(10)));
    }
    try (SqliteOutbox again = Fixture.open(directory)) {
      assertEquals(61, again.list(60, 1).get(0).sequence(), "known losses are no new damage");
    }
    assertEquals(1, Fixture.quarantined(directory).size());
  }

  @Test
  void sharedMemoryFileMissing_openAfterKill_nothingLost() throws Exception {
    List<SignedEnvelope> sent = Fixture.killedWith(directory, 30, 2000);
    assertFalse(Files.exists(directory.resolve("outbox.db-shm")));
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(sent, Fixture.pending(outbox));
      assertEquals("", Fixture.incidents(directory));
    }
  }

  @Test
  void logMissing_openAfterKill_lossReportedAndPlacesNeverUsedAgain() throws Exception {
    List<SignedEnvelope> sent = Fixture.killedWith(directory, 30, 2000);
    Files.delete(directory.resolve(Fixture.WAL));
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertTrue(sent.containsAll(Fixture.pending(outbox)));
      assertEquals(31, outbox.append(Envelopes.of(10)));
      assertTrue(Fixture.incidents(directory).contains("missing at places 1-30"));
    }
    assertEquals(1, Fixture.quarantined(directory).size());
  }

  @Test
  void databaseMissing_openAfterKill_rowsComeBackFromTheLog() throws Exception {
    List<SignedEnvelope> sent = Fixture.killedWith(directory, 30, 2000);
    Files.delete(directory.resolve(Fixture.DB));
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(sent, Fixture.pending(outbox));
    }
  }

  @Test
  void bitFlippedInLog_openAfterKill_laterRowsStillFound() throws Exception {
    List<SignedEnvelope> sent = Fixture.killedWith(directory, 30, 2000);
    Path wal = directory.resolve(Fixture.WAL);
    byte[] bytes = Files.readAllBytes(wal);
    // In the checksum of a frame, so that no row itself is hit.
    int frame = (bytes.length / 3 - 32) / (24 + 4096);
    bytes[32 + frame * (24 + 4096) + 16] ^= 1;
    Files.write(wal, bytes);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      // SQLite alone would stop at the flipped bit and forget two thirds of the queue.
      assertEquals(sent, Fixture.pending(outbox));
      assertTrue(Fixture.incidents(directory).contains("older than it was"));
    }
  }

  @Test
  void crashBetweenSalvageAndRename_nextOpen_finishes() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 5, 1000);
    Files.move(directory.resolve(Fixture.DB), directory.resolve("salvaged.db"));
    Files.write(directory.resolve(Fixture.DB), new byte[4096]);
    Files.write(directory.resolve(Fixture.WAL), new byte[4096]);
    Files.write(directory.resolve("salvage.db"), new byte[4096]);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(sent, Fixture.pending(outbox));
    }
    assertEquals(1, Fixture.quarantined(directory).size());
    assertFalse(Files.exists(directory.resolve("salvage.db")));
  }

  @Test
  void rowGoneFromItsPageButNotFromItsIndexes_foundBesideTheWork_nextStartReportsIt()
      throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 20, 1000);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      for (SignedEnvelope one : sent) {
        outbox.settle(Envelopes.accepted(one));
      }
    }
    Fixture.loseBehindTheIndexes(directory, 4);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      Fixture.awaitIncident(directory, "rows are missing from it");
    }
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      String incident = Fixture.incidents(directory);
      assertTrue(incident.contains("1 missing at places 4"), incident);
      assertEquals(21, outbox.append(Envelopes.of(10)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE rest_key SET id = 'aaaaaaaaaaaaaaaa'",
        "UPDATE rest_key SET id = 'no key at all'",
        "INSERT INTO rest_key VALUES ('aaaaaaaaaaaaaaaa')"
      })
  void listOfKeysDamaged_open_salvagedAndNotTakenForAnotherMachines(String damage)
      throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 20, 1000);
    Fixture.sql(directory, damage);
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      assertEquals(sent, Fixture.pending(outbox));
      String incident = Fixture.incidents(directory);
      assertTrue(incident.contains("names keys that nothing in it is sealed under"), incident);
    }
  }

  @Test
  void damageInLargeFile_foundBesideTheWork_nextStartSalvages() throws Exception {
    List<SignedEnvelope> sent = Fixture.closedWith(directory, 600, 3000);
    byte[] noise = new byte[4096];
    Arrays.fill(noise, (byte) 0x0D);
    Fixture.overwrite(directory, 20 * 4096, noise);
    OutboxSettings hurried = new OutboxSettings(directory, 64 << 20, 0, Duration.ofNanos(1));
    try (SqliteOutbox outbox = Fixture.open(hurried)) {
      Awaitility.await().atMost(20, TimeUnit.SECONDS).until(outbox::inTrouble);
      assertFalse(outbox.accepting());
      assertEquals(Level.FAIL, new QueueCheck(outbox).check(Duration.ZERO).level());
    }
    try (SqliteOutbox outbox = Fixture.open(hurried)) {
      Set<SignedEnvelope> left = new HashSet<>(Fixture.pending(outbox));
      assertTrue(left.size() >= 595 && left.size() < 600 && sent.containsAll(left));
      assertTrue(outbox.accepting());
    }
    assertEquals(1, Fixture.quarantined(directory).size());
  }
}
