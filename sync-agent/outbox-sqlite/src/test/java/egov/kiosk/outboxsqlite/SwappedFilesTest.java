package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attack test F06 on a queue at work: one file after the other is swapped for a link, a pipe or
 * another queue's file while messages are accepted all the time and links are planted wherever it
 * makes files. Everything accepted is there once, in its order, and no link is followed.
 */
class SwappedFilesTest {
  private static final String SHM = "outbox.db-shm";
  private static final String PRECIOUS = "precious";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PLANTED = 8;

  @TempDir Path temp;
  private Path directory;
  private Path decoy;
  private Swapper swapper;
  private final AtomicReference<SqliteOutbox> queue = new AtomicReference<>();
  private final List<SignedEnvelope> accepted = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger rounds = new AtomicInteger();
  private volatile boolean over;
  private final Thread citizens = new Thread(this::append, "citizens");

  private interface Deed {
    void run() throws Exception;
  }

  @BeforeEach
  void open() throws Exception {
    directory = temp.resolve("q");
    decoy = Files.writeString(temp.resolve("decoy"), PRECIOUS);
    swapper = new Swapper(directory, Files.createDirectory(temp.resolve("away")));
    queue.set(Fixture.open(directory));
    citizens.start();
  }

  @AfterEach
  void close() throws Exception {
    over = true;
    citizens.join();
    SqliteOutbox last = queue.get();
    if (last != null) {
      last.close();
    }
  }

  /** One after the other, some hundred a second. */
  private void append() {
    while (!over) {
      rounds.incrementAndGet();
      SqliteOutbox now = queue.get();
      if (now != null) {
        SignedEnvelope message = Envelopes.of(200);
        try {
          now.append(message);
          accepted.add(message);
        } catch (OutboxException e) {
          refused.incrementAndGet();
        }
      }
      LockSupport.parkNanos(3_000_000);
    }
  }

  private Map<String, Deed> deeds() throws Exception {
    Path other = temp.resolve("other");
    Fixture.killedWith(other, 5, 100);
    Map<String, Deed> deeds = new LinkedHashMap<>();
    for (String name : List.of(Fixture.DB, Fixture.WAL)) {
      deeds.put(
          name + ": link", () -> swapper.swap(name, at -> Files.createSymbolicLink(at, decoy)));
      deeds.put(name + ": hard link", () -> swapper.swap(name, at -> Files.createLink(at, decoy)));
      deeds.put(name + ": pipe", () -> swapper.swap(name, Swapper::fifo));
      deeds.put(
          name + ": another's",
          () -> swapper.swap(name, at -> Files.copy(other.resolve(name), at)));
    }
    deeds.put("exchanged", () -> swapper.exchange(Fixture.DB, Fixture.WAL));
    return deeds;
  }

  @Test
  void f06_filesSwappedInALoop_nothingLostDoubledOrFollowed() throws Exception {
    Map<String, Deed> deeds = deeds();
    for (Map.Entry<String, Deed> deed : deeds.entrySet()) {
      String what = deed.getKey();
      awaitOneMore();
      AtomicInteger left = new AtomicInteger(PLANTED);
      Thread planting = new Thread(() -> swapper.plant(decoy, left), "planting");
      planting.start();
      deed.getValue().run();
      await(what + ": noticed").until(() -> queue.get().inTrouble() && !queue.get().accepting());
      assertThrows(OutboxException.class, () -> queue.get().append(Envelopes.of(10)), what);
      reopen(what);
      left.set(0);
      planting.join();
      swapper.weed();
      assertEquals(PRECIOUS, Files.readString(decoy), what);
    }
    assertTrue(Fixture.quarantined(directory).size() >= deeds.size(), "set aside, not deleted");
  }

  /** As the component does it: what the open files hold is saved, then they are closed. */
  private void reopen(String what) throws Exception {
    SqliteOutbox old = queue.get();
    await(what + ": saved")
        .ignoreException(OutboxException.class)
        .until(
            () -> {
              old.rescue();
              return true;
            });
    pause();
    old.close();
    AtomicReference<SqliteOutbox> opened = new AtomicReference<>();
    await(what + ": back")
        .ignoreException(OutboxException.class)
        .until(
            () -> {
              opened.set(Fixture.open(directory));
              return true;
            });
    assertEquals(accepted, Fixture.pending(opened.get()), what);
    queue.set(opened.get());
  }

  /** Nobody is half way through an append any more. */
  private void pause() {
    queue.set(null);
    int round = rounds.get();
    await("a pause").until(() -> rounds.get() > round + 1);
  }

  private void awaitOneMore() {
    int before = accepted.size();
    await("at work").until(() -> accepted.size() > before);
  }

  private static ConditionFactory await(String what) {
    return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(10));
  }

  /** Who asks for the books opens the file by its name, where a pipe would be waited for. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void f06_booksWhileAPipeLiesThere_refusedAtOnce() throws Exception {
    awaitOneMore();
    swapper.swap(Fixture.DB, Swapper::fifo);
    LocalDate day = LocalDate.of(2026, 11, 22);
    assertThrows(OutboxException.class, () -> queue.get().reckon(day));
    await("noticed").until(() -> queue.get().inTrouble());
    reopen("pipe");
  }

  /** What is put back before anybody looks, or is not the queue's memory, holds nobody up. */
  @Test
  void f06_harmlessSwaps_areNoTrouble() throws Exception {
    SqliteOutbox same = queue.get();
    for (int round = 0; round < 20; round++) {
      pause();
      swapper.awayAndBack(round % 2 == 0 ? Fixture.DB : Fixture.WAL);
      queue.set(same);
      awaitOneMore();
    }
    swapper.swap(SHM, at -> Files.createSymbolicLink(at, decoy));
    awaitOneMore();
    reopen("shared memory");
    assertEquals(0, refused.get());
    assertEquals(PRECIOUS, Files.readString(decoy));
    assertEquals(List.of(), Fixture.quarantined(directory));
  }
}
