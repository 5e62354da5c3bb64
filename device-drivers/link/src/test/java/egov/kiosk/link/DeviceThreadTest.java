package egov.kiosk.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeviceThreadTest {
  private static final DeviceWork<Void> FOREVER =
      () -> {
        new CountDownLatch(1).await();
        return null;
      };

  /** Runs work on a thread of its own and keeps what it threw. */
  private static Thread caller(
      DeviceThread device, DeviceWork<?> work, AtomicReference<Exception> out) {
    Thread thread =
        new Thread(
            () -> {
              try {
                device.call(work);
              } catch (DeviceException | InterruptedException | RuntimeException e) {
                out.set(e);
              }
            });
    thread.start();
    return thread;
  }

  private static FaultCode fault(DeviceThread device) {
    return assertThrows(DeviceException.class, () -> device.call(() -> 1)).fault();
  }

  private static void awaitBusy(DeviceThread device) {
    await()
        .until(
            () -> {
              try {
                device.call(() -> 1);
                return false;
              } catch (DeviceException e) {
                return e.fault() == FaultCode.BUSY;
              }
            });
  }

  @Test
  void call_work_runsOnTheNamedThread() throws Exception {
    try (DeviceThread device = new DeviceThread("reader")) {
      assertEquals("device-reader", device.call(() -> Thread.currentThread().getName()));
    }
  }

  @Test
  void call_workFails_callerGetsItsFault() {
    try (DeviceThread device = new DeviceThread("reader")) {
      DeviceException e =
          assertThrows(
              DeviceException.class,
              () ->
                  device.call(
                      () -> {
                        throw new DeviceException(FaultCode.NO_CARD, "reader", "none");
                      }));
      assertEquals(FaultCode.NO_CARD, e.fault());
      assertThrows(
          IllegalStateException.class,
          () ->
              device.call(
                  () -> {
                    throw new IllegalArgumentException("bug");
                  }));
    }
  }

  @Test
  void call_whileWorkRuns_isBusyAtOnce() throws Exception {
    AtomicReference<Exception> first = new AtomicReference<>();
    try (DeviceThread device = new DeviceThread("reader")) {
      Thread caller = caller(device, FOREVER, first);
      awaitBusy(device);
      assertEquals(FaultCode.BUSY, fault(device));
      caller.interrupt();
      caller.join();
      assertTrue(first.get() instanceof InterruptedException);
      // Free again, and the interrupt did not stay behind.
      assertFalse(device.call(() -> Thread.currentThread().isInterrupted()));
    }
  }

  @Test
  void close_whileWorkRuns_endsItAndRefusesMore() throws Exception {
    AtomicReference<Exception> first = new AtomicReference<>();
    DeviceThread device = new DeviceThread("reader");
    Thread caller = caller(device, FOREVER, first);
    awaitBusy(device);
    device.close();
    caller.join();
    assertEquals(FaultCode.NO_DEVICE, ((DeviceException) first.get()).fault());
    assertEquals(FaultCode.NO_DEVICE, fault(device));
    device.close();
  }

  @Test
  void close_workThatIgnoresInterrupts_returnsAfterFiveSeconds() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    DeviceThread device = new DeviceThread("reader");
    Thread caller =
        caller(
            device,
            () -> {
              while (release.getCount() > 0) {
                try {
                  release.await();
                } catch (InterruptedException e) {
                  // Stubborn on purpose.
                }
              }
              return null;
            },
            new AtomicReference<>());
    awaitBusy(device);
    long start = System.nanoTime();
    device.close();
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    assertTrue(seconds >= 4 && seconds < 10, seconds + " s");
    release.countDown();
    caller.join();
  }

  @Test
  void upkeep_idleThread_runsAtOnceAndAgain() {
    AtomicInteger runs = new AtomicInteger();
    try (DeviceThread device =
        new DeviceThread("reader", Duration.ofMillis(20), runs::incrementAndGet)) {
      await().until(() -> runs.get() > 3);
    }
    int after = runs.get();
    await().pollDelay(Duration.ofMillis(100)).until(() -> runs.get() == after);
  }

  @Test
  void upkeep_throws_threadGoesOn() throws Exception {
    try (DeviceThread device =
        new DeviceThread(
            "reader",
            Duration.ofMillis(20),
            () -> {
              throw new IllegalStateException("bug in upkeep, on purpose");
            })) {
      assertEquals(1, device.call(() -> 1));
    }
  }

  @Test
  void call_duringUpkeep_waitsInsteadOfBusy() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (DeviceThread device =
        new DeviceThread(
            "reader",
            Duration.ZERO,
            () -> {
              try {
                release.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            })) {
      Thread caller = caller(device, () -> 1, failure);
      await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
      release.countDown();
      caller.join();
      assertEquals(null, failure.get());
    }
  }

  @Test
  void call_manyCallersAtOnce_eachWorksOrIsBusy() throws Exception {
    AtomicInteger done = new AtomicInteger();
    AtomicInteger busy = new AtomicInteger();
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (DeviceThread device = new DeviceThread("reader", Duration.ofMillis(1), () -> {})) {
      Thread[] callers = new Thread[8];
      for (int i = 0; i < callers.length; i++) {
        callers[i] =
            new Thread(
                () -> {
                  for (int n = 0; n < 300; n++) {
                    try {
                      int together =
                          device.call(
                              () -> {
                                int count = inside.incrementAndGet();
                                inside.decrementAndGet();
                                return count;
                              });
                      most.accumulateAndGet(together, Math::max);
                      done.incrementAndGet();
                    } catch (DeviceException e) {
                      busy.incrementAndGet();
                    } catch (InterruptedException e) {
                      throw new AssertionError(e);
                    }
                  }
                });
        callers[i].start();
      }
      for (Thread caller : callers) {
        caller.join();
      }
    }
    assertEquals(8 * 300, done.get() + busy.get());
    assertTrue(done.get() > 0);
    assertEquals(1, most.get());
  }
}
