package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.rest.RestKeyId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data keys are replaced while the queue works. */
class RotationTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path temp;
  private Path directory;
  private TestRing ring;

  @BeforeEach
  void place() {
    directory = temp.resolve("q");
    ring = new TestRing("rotating");
  }

  private SqliteOutbox open() throws Exception {
    return SqliteOutbox.open(
        Fixture.settings(directory),
        new Surroundings(Clock.systemUTC(), Optional::empty, Optional::empty, ring));
  }

  private void awaitOnlyCurrent() {
    Awaitility.await().atMost(LONG).until(() -> ring.told.equals(Set.of(ring.current())));
  }

  @Test
  void rotatedUnderWriters_everyRowUnderTheNewKeyAndNoneLost() throws Exception {
    List<SignedEnvelope> sent = new ArrayList<>();
    try (SqliteOutbox outbox = open()) {
      for (int i = 0; i < 200; i++) {
        sent.add(Envelopes.of(200));
        outbox.append(sent.get(i));
      }
      outbox.settle(Envelopes.accepted(sent.get(0)));
      outbox.settle(Envelopes.rejected(sent.get(1)));
      for (int turn = 0; turn < 3; turn++) {
        ring.rotate();
        for (int i = 0; i < 50; i++) {
          sent.add(Envelopes.of(200));
          outbox.append(sent.get(sent.size() - 1));
        }
      }
      awaitOnlyCurrent();
      ring.destroyFormer();
      assertEquals(sent.subList(2, sent.size()), Fixture.pending(outbox));
    }
    try (SqliteOutbox outbox = open()) {
      assertEquals(sent.subList(2, sent.size()), Fixture.pending(outbox));
      assertEquals(Optional.of("FORM_INVALID"), outbox.list(1, 1).get(0).reason());
      assertEquals("", Fixture.incidents(directory));
    }
  }

  @Test
  void killedInTheMiddle_nextStart_goesOnAndLetsTheFormerKeyGo() throws Exception {
    List<SignedEnvelope> sent = new ArrayList<>();
    Path copy = temp.resolve("copy");
    try (SqliteOutbox outbox = open()) {
      for (int i = 0; i < 400; i++) {
        sent.add(Envelopes.of(200));
        outbox.append(sent.get(i));
      }
      awaitOnlyCurrent();
      RestKeyId former = ring.current();
      ring.rotate();
      Awaitility.await().atMost(LONG).until(() -> keys().contains(ring.current()));
      Fixture.copy(directory, copy);
      assertTrue(Set.of(former, ring.current()).containsAll(keys()));
    }
    directory = copy;
    try (SqliteOutbox outbox = open()) {
      awaitOnlyCurrent();
      ring.destroyFormer();
      assertEquals(sent, Fixture.pending(outbox));
      assertEquals("", Fixture.incidents(directory));
    }
  }

  @Test
  void logLostAfterTheFormerKeyWent_theDatabaseAloneOpens() throws Exception {
    List<SignedEnvelope> sent = new ArrayList<>();
    Path copy = temp.resolve("copy");
    try (SqliteOutbox outbox = open()) {
      for (int i = 0; i < 100; i++) {
        sent.add(Envelopes.of(200));
        outbox.append(sent.get(i));
      }
      awaitOnlyCurrent();
      ring.rotate();
      awaitOnlyCurrent();
      ring.destroyFormer();
      Fixture.copy(directory, copy);
    }
    Files.deleteIfExists(copy.resolve(Fixture.DB + "-wal"));
    Files.deleteIfExists(copy.resolve(Fixture.DB + "-shm"));
    directory = copy;
    try (SqliteOutbox outbox = open()) {
      assertEquals(sent, Fixture.pending(outbox));
    }
  }

  private Set<RestKeyId> keys() throws Exception {
    try (var reader =
        new egov.kiosk.outboxsqlite.store.MessageReader(
            directory.resolve(Fixture.DB), egov.kiosk.outboxsqlite.store.RowBox.closed())) {
      return new HashSet<>(reader.keys());
    }
  }
}
