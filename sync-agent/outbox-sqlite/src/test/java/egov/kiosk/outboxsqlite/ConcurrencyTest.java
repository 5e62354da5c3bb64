package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {
  private static final int THREADS = 8;
  private static final int EACH = 200;

  @TempDir Path temp;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);

  @AfterEach
  void stop() throws Exception {
    threads.shutdownNow();
    assertTrue(threads.awaitTermination(20, TimeUnit.SECONDS));
  }

  @Test
  void append_manyThreadsWhileDraining_eachOnceAndNoPlaceTwice() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(temp.resolve("q"))) {
      Set<Long> places = ConcurrentHashMap.newKeySet();
      List<Future<?>> appenders = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        appenders.add(threads.submit(() -> appendSome(outbox, places)));
      }
      Future<Integer> drained = threads.submit(() -> drain(outbox, THREADS * EACH));
      for (Future<?> appender : appenders) {
        appender.get(60, TimeUnit.SECONDS);
      }
      assertEquals(THREADS * EACH, drained.get(60, TimeUnit.SECONDS));
      assertEquals(THREADS * EACH, places.size());
      assertEquals(new OutboxCounts(0, THREADS * EACH, 0), outbox.counts());
    }
  }

  @Test
  void append_sameMessageFromManyThreads_onePlaceForAll() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(temp.resolve("q"))) {
      for (int round = 0; round < 50; round++) {
        SignedEnvelope message = Envelopes.of(300);
        List<Future<Long>> places = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          places.add(threads.submit(() -> outbox.append(message)));
        }
        for (Future<Long> place : places) {
          assertEquals(round + 1, place.get(20, TimeUnit.SECONDS));
        }
      }
    }
  }

  @Test
  void append_conflictsAmongGoodOnes_onlyTheConflictsAreRefused() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(temp.resolve("q"))) {
      SignedEnvelope first = Envelopes.of(300);
      outbox.append(first);
      AtomicInteger conflicts = new AtomicInteger();
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        int seed = i;
        all.add(
            threads.submit(
                () -> {
                  try {
                    outbox.append(
                        seed % 2 == 0 ? Envelopes.of(300) : Envelopes.of(first.id(), 300, seed));
                  } catch (OutboxException e) {
                    assertEquals(Reason.CONFLICT, e.reason());
                    conflicts.incrementAndGet();
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get(20, TimeUnit.SECONDS);
      }
      assertEquals(50, conflicts.get());
      assertEquals(51, outbox.counts().pending());
    }
  }

  @Test
  void close_whileAppending_everyAcceptedMessageThere() throws Exception {
    Path directory = temp.resolve("q");
    SqliteOutbox outbox = Fixture.open(directory);
    Set<Long> places = ConcurrentHashMap.newKeySet();
    List<Future<?>> appenders = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      appenders.add(threads.submit(() -> appendUntilClosed(outbox, places)));
    }
    org.awaitility.Awaitility.await().until(() -> places.size() > 100);
    outbox.close();
    for (Future<?> appender : appenders) {
      appender.get(20, TimeUnit.SECONDS);
    }
    try (SqliteOutbox again = Fixture.open(directory)) {
      assertEquals(places.size(), again.counts().pending());
    }
  }

  @Test
  void append_interruptedCaller_stillStoredAndStillInterrupted() throws Exception {
    try (SqliteOutbox outbox = Fixture.open(temp.resolve("q"))) {
      Future<Boolean> interrupted =
          threads.submit(
              () -> {
                for (int i = 0; i < 20; i++) {
                  Thread.currentThread().interrupt();
                  outbox.append(Envelopes.of(100));
                }
                return Thread.interrupted();
              });
      threads.submit(() -> appendSome(outbox, ConcurrentHashMap.newKeySet())).get();
      assertTrue(interrupted.get(20, TimeUnit.SECONDS));
      assertEquals(EACH + 20, outbox.counts().pending());
    }
  }

  private static Void appendSome(SqliteOutbox outbox, Set<Long> places) throws Exception {
    for (int i = 0; i < EACH; i++) {
      assertTrue(places.add(outbox.append(Envelopes.of(100 + i * 20))));
    }
    return null;
  }

  private static Void appendUntilClosed(SqliteOutbox outbox, Set<Long> places) {
    try {
      while (true) {
        places.add(outbox.append(Envelopes.of(500)));
      }
    } catch (OutboxException e) {
      assertEquals(Reason.CLOSED, e.reason());
      return null;
    }
  }

  private static Integer drain(SqliteOutbox outbox, int expected) throws Exception {
    long after = 0;
    int seen = 0;
    while (seen < expected) {
      for (QueuedEnvelope message : outbox.pending(Lane.NORMAL, after, 10)) {
        assertTrue(message.sequence() > after);
        after = message.sequence();
        outbox.attempted(after);
        outbox.settle(Envelopes.accepted(message.envelope()));
        seen++;
      }
    }
    return seen;
  }
}
