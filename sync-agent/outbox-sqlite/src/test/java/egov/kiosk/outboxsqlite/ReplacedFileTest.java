package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database taken away or replaced while the queue has it open. */
class ReplacedFileTest {
  @TempDir Path temp;
  private Path directory;

  @BeforeEach
  void place() {
    directory = temp.resolve("q");
  }

  /** What somebody does to the files. */
  private interface Deed {
    void run() throws Exception;
  }

  @Test
  void databaseDeleted_append_refusedAndNothingAcceptedIsLost() throws Exception {
    rescued(() -> Files.delete(directory.resolve(Fixture.DB)), 1);
  }

  @Test
  void logDeleted_append_refusedAndNothingAcceptedIsLost() throws Exception {
    rescued(() -> Files.delete(directory.resolve(Fixture.WAL)), 1);
  }

  @Test
  void allFilesDeleted_append_refusedAndNothingAcceptedIsLost() throws Exception {
    rescued(
        () -> {
          for (String name : List.of(Fixture.DB, Fixture.WAL, "outbox.db-shm")) {
            Files.delete(directory.resolve(name));
          }
        },
        0);
  }

  @Test
  void databaseSwappedForAnother_append_foreignOneKeptAsideAndOursGoesOn() throws Exception {
    Path other = temp.resolve("other");
    Fixture.closedWith(other, 3, 100);
    byte[] foreign = Files.readAllBytes(other.resolve(Fixture.DB));
    rescued(
        () ->
            Files.move(
                other.resolve(Fixture.DB),
                directory.resolve(Fixture.DB),
                StandardCopyOption.REPLACE_EXISTING),
        1);
    Path aside = Fixture.quarantined(directory).get(0).resolve(Fixture.DB);
    assertTrue(java.util.Arrays.equals(foreign, Files.readAllBytes(aside)));
  }

  private void rescued(Deed deed, int setAside) throws Exception {
    List<SignedEnvelope> sent = new ArrayList<>();
    SqliteOutbox outbox = Fixture.open(directory);
    for (int i = 0; i < 50; i++) {
      sent.add(Envelopes.of(2000));
      outbox.append(sent.get(i));
    }
    outbox.settle(Envelopes.accepted(sent.remove(0)));
    deed.run();
    OutboxException refused =
        assertThrows(OutboxException.class, () -> outbox.append(Envelopes.of(10)));
    assertEquals(Reason.IO, refused.reason());
    assertTrue(refused.getMessage().contains("replaced while in use"), refused.getMessage());
    assertFalse(outbox.accepting());
    assertEquals(sent, Fixture.pending(outbox), "reading goes on");
    outbox.close();
    try (SqliteOutbox again = Fixture.open(directory)) {
      assertEquals(sent, Fixture.pending(again));
      assertEquals(new OutboxCounts(49, 1, 0), again.counts());
      assertEquals(51, again.append(Envelopes.of(10)));
      String incidents = Fixture.incidents(directory);
      assertTrue(incidents.contains("saved from the open files, none missing"), incidents);
      assertEquals(1, incidents.lines().count());
      assertTrue(again.accepting());
    }
    assertEquals(setAside, Fixture.quarantined(directory).size());
  }

  @Test
  void databaseDeleted_idleQueue_noticedWhenAskedForBusiness() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      outbox.append(Envelopes.of(10));
      List<String> calls = new ArrayList<>();
      outbox.onTrouble(() -> calls.add("trouble"));
      assertTrue(outbox.accepting());
      Files.delete(directory.resolve(Fixture.DB));
      assertFalse(outbox.accepting());
      assertFalse(outbox.accepting());
      assertEquals(List.of("trouble"), calls);
      assertTrue(outbox.inTrouble());
    }
  }
}
