package egov.kiosk.attachments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private final Bench bench = new Bench();

  private TransactionId attached() throws Exception {
    TransactionId id = bench.attach(Bench.content(50_000));
    bench.announced.clear();
    return id;
  }

  @Test
  void run_chunksWithoutManifest_deleted() throws Exception {
    TransactionId id = TransactionId.create(Instant.now());
    bench.store.begin(id);
    bench.store.write(id, 0, new byte[100]);
    bench.recovery().run(true);
    assertEquals(List.of(), bench.store.attachments());
    assertEquals(0, bench.space.used());
  }

  @Test
  void run_manifestLostWithTheQueueFile_keptAndCounted() throws Exception {
    TransactionId id = attached();
    bench.outbox.queued.clear();
    Recovery recovery = bench.recovery();
    recovery.run(false);
    assertEquals(1, recovery.lost());
    assertEquals(2, bench.store.extent(id).chunks());
    assertEquals(List.of(), bench.announced);
  }

  @Test
  void run_deadLetter_keptAndNotSentUntilItIsPendingAgain() throws Exception {
    TransactionId id = attached();
    bench.outbox.states.put(id, DeliveryState.DEAD_LETTER);
    Recovery recovery = bench.recovery();
    recovery.run(false);
    assertEquals(List.of(), bench.announced);
    assertEquals(2, bench.store.extent(id).chunks());
    bench.outbox.states.put(id, DeliveryState.PENDING);
    recovery.run(false);
    assertEquals(List.of(id), bench.announced);
  }

  @Test
  void run_queueCannotBeAsked_nothingDeletedAndCountedOnce() throws Exception {
    TransactionId id = attached();
    bench.restart();
    bench.outbox.silent = true;
    Recovery recovery = bench.recovery();
    assertThrows(OutboxException.class, () -> recovery.run(true));
    assertEquals(2, bench.store.extent(id).chunks());
    bench.outbox.silent = false;
    recovery.run(true);
    assertEquals(bench.store.extent(id).bytes(), bench.space.used());
    assertEquals(List.of(id), bench.announced);
  }

  @Test
  void run_somethingElseInTheDirectory_leftAlone() throws Exception {
    bench.disk.createDirectory(Bench.ROOT.resolve("lost+found"));
    bench.disk.create(Bench.ROOT.resolve("lost+found/x"), new byte[1]);
    bench.recovery().run(true);
    assertFalse(bench.disk.files().isEmpty());
  }
}
