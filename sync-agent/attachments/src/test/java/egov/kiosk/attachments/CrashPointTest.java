package egov.kiosk.attachments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The world ends before every single step on the disk and in the queue, and starts again. */
class CrashPointTest {
  private static final byte[] CONTENT = Bench.content(100_000);

  private static void startAgain(Bench bench, boolean powerCut) {
    if (powerCut) {
      bench.disk.afterPowerCut();
    } else {
      bench.disk.afterKill();
    }
    bench.restart();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void attach_cutAtEveryStep_wholeOrNothing(boolean powerCut) throws Exception {
    boolean finished = false;
    int whole = 0;
    int nothing = 0;
    for (int step = 0; !finished; step++) {
      Bench bench = new Bench();
      // The directory of all attachments is there since installation.
      bench.disk.createDirectory(Bench.ROOT);
      bench.disk.force(Bench.ROOT);
      bench.disk.dieAt(step);
      try {
        bench.attach(CONTENT);
        finished = true;
      } catch (MemoryDisk.Dead expected) {
        assertTrue(step < 1000);
      }
      startAgain(bench, powerCut);
      bench.recovery().run(true);
      if (bench.outbox.queued.isEmpty()) {
        assertEquals(Map.of(), bench.disk.files(), "step " + step);
        assertEquals(0, bench.space.used());
        nothing++;
      } else {
        TransactionId id = bench.outbox.queued.keySet().iterator().next();
        assertArrayEquals(CONTENT, bench.assembled(id), "step " + step);
        assertEquals(List.of(id), bench.announced);
        assertTrue(bench.store.marked(id));
        assertEquals(bench.store.extent(id).bytes(), bench.space.used());
        whole++;
      }
    }
    assertTrue(nothing > 10 && whole > 2, nothing + " and " + whole);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void settled_cutAtEveryStepOfDeleting_goneAfterTheNextLook(boolean powerCut) throws Exception {
    boolean finished = false;
    for (int step = 0; !finished; step++) {
      Bench bench = new Bench();
      TransactionId id = bench.attach(CONTENT);
      bench.outbox.states.put(id, DeliveryState.DELIVERED);
      bench.disk.dieAt(step);
      try {
        bench.store.delete(id);
        finished = true;
      } catch (MemoryDisk.Dead expected) {
        assertTrue(step < 1000);
      }
      startAgain(bench, powerCut);
      bench.recovery().run(true);
      assertEquals(List.of(), bench.announced);
      assertEquals(0, bench.space.used());
      assertEquals(0, bench.store.extent(id).chunks());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void recovery_cutAtEveryStep_theNextOneFinds(boolean powerCut) throws Exception {
    boolean finished = false;
    for (int step = 0; !finished; step++) {
      Bench bench = new Bench();
      TransactionId kept = bench.attach(CONTENT);
      TransactionId settled = bench.attach(CONTENT);
      bench.outbox.states.put(settled, DeliveryState.DELIVERED);
      bench.restart();
      bench.disk.dieAt(step);
      try {
        bench.recovery().run(true);
        finished = true;
      } catch (MemoryDisk.Dead expected) {
        assertTrue(step < 1000);
      }
      startAgain(bench, powerCut);
      bench.recovery().run(true);
      assertEquals(List.of(kept), bench.announced);
      assertArrayEquals(CONTENT, bench.assembled(kept));
      assertEquals(0, bench.store.extent(settled).chunks());
    }
  }
}
