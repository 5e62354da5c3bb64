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
import org.junit.jupiter.api.Test;

/** What a command's time limit promises, also when the device's driver hangs in native code. */
class DeviceThreadLimitTest {
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(60);

  private static FaultCode fault(DeviceThread device, Duration limit, DeviceWork<Integer> work) {
    return assertThrows(DeviceException.class, () -> device.call(limit, work)).fault();
  }

  /** Ignores every interrupt until it is let go, as a system call does. */
  private static int hang(CountDownLatch release) {
    boolean interrupted = false;
    while (true) {
      try {
        if (release.await(60, TimeUnit.SECONDS)) {
          if (interrupted) {
            Thread.currentThread().interrupt();
          }
          return 7;
        }
        throw new AssertionError("nobody let go");
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  @Test
  void call_workOutlivesItsLimit_isInterruptedAndAnsweredAsNoAnswer() throws Exception {
    try (DeviceThread device = new DeviceThread("reader")) {
      CountDownLatch never = new CountDownLatch(1);
      assertEquals(
          FaultCode.NO_ANSWER,
          fault(
              device,
              SHORT,
              () -> {
                never.await();
                return 1;
              }));
      assertEquals(2, device.call(LONG, () -> 2));
      assertFalse(device.overdue());
    }
  }

  @Test
  void call_workHangsInNativeCode_callerIsAnsweredAndTheDeviceStaysBusyUntilItEnds()
      throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (DeviceThread device = new DeviceThread("reader")) {
      assertEquals(FaultCode.NO_ANSWER, fault(device, SHORT, () -> hang(release)));
      assertTrue(device.overdue());
      assertEquals(FaultCode.BUSY, fault(device, LONG, () -> 1));
      release.countDown();
      await().until(() -> !device.overdue());
      assertEquals(3, device.call(LONG, () -> 3));
    }
  }

  @Test
  void call_oneDeviceHangs_anotherNeverNotices() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (DeviceThread stalled = new DeviceThread("reader");
        DeviceThread well = new DeviceThread("printer")) {
      assertEquals(FaultCode.NO_ANSWER, fault(stalled, SHORT, () -> hang(release)));
      long start = System.nanoTime();
      for (int i = 0; i < 1_000; i++) {
        assertEquals(4, well.call(LONG, () -> 4));
      }
      assertTrue(System.nanoTime() - start < 20_000_000_000L);
      assertTrue(stalled.overdue());
      assertFalse(well.overdue());
      release.countDown();
    }
  }

  @Test
  void call_upkeepHangs_isBusyAfterItsLimit() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (DeviceThread device =
        new DeviceThread(
            "reader",
            () -> {
              hang(release);
              return Duration.ZERO;
            })) {
      assertEquals(FaultCode.BUSY, fault(device, SHORT, () -> 1));
      release.countDown();
      assertEquals(5, device.call(LONG, () -> 5));
    }
  }

  @Test
  void upkeep_saysHowLongToIdle_runsAgainThen() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    try (DeviceThread device =
        new DeviceThread(
            "reader", () -> runs.incrementAndGet() < 3 ? Duration.ofMillis(10) : Duration.ZERO)) {
      await().until(() -> runs.get() == 3);
      assertEquals(1, device.call(LONG, () -> 1));
      assertEquals(3, runs.get());
    }
  }
}
