package egov.kiosk.custody.token;

import static egov.kiosk.crypto.CryptoFault.DEVICE_ABSENT;
import static egov.kiosk.crypto.CryptoFault.DEVICE_FAULT;
import static egov.kiosk.crypto.CryptoFault.DEVICE_SLOW;
import static egov.kiosk.crypto.CryptoFault.KEY_ABSENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TokenThreadTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(100);

  private final AtomicLong nanos = new AtomicLong();
  private final TokenThread thread = new TokenThread("test", nanos::get);
  private final CountDownLatch stuck = new CountDownLatch(1);

  @AfterEach
  void close() {
    stuck.countDown();
    thread.close();
  }

  private static void refused(CryptoFault fault, Executable call) {
    assertEquals(fault, assertThrows(CryptoException.class, call).fault());
  }

  private String untilReleased() {
    try {
      stuck.await();
    } catch (InterruptedException e) {
      throw new AssertionError("a call into a library is never interrupted", e);
    }
    return "late";
  }

  @Test
  void call_runsOnTheDevicesOwnThread() throws Exception {
    assertEquals("custody-test", thread.call(() -> Thread.currentThread().getName(), LONG));
  }

  @Test
  void call_whatTheWorkThrows_reachesTheCaller() {
    refused(KEY_ABSENT, () -> thread.call(TokenThreadTest::noKey, LONG));
    refused(
        DEVICE_FAULT,
        () ->
            thread.call(
                () -> {
                  throw new IllegalStateException("a bug");
                },
                LONG));
  }

  private static String noKey() throws CryptoException {
    throw TokenFault.noKey("test", "key");
  }

  @Test
  void call_behindAStuckOne_isRefusedAndNeverRuns() throws Exception {
    AtomicBoolean ran = new AtomicBoolean();
    refused(DEVICE_SLOW, () -> thread.call(this::untilReleased, SHORT));
    long before = System.nanoTime();
    refused(DEVICE_SLOW, () -> thread.call(() -> ran.getAndSet(true), SHORT));
    assertTrue(System.nanoTime() - before < Duration.ofSeconds(5).toNanos());
    stuck.countDown();
    assertEquals("well", thread.call(() -> "well", LONG));
    assertFalse(ran.get());
  }

  @Test
  void call_behindOneThatHangsForLong_isRefusedAtOnce() {
    refused(DEVICE_SLOW, () -> thread.call(this::untilReleased, SHORT));
    nanos.addAndGet(LONG.toNanos() + 1);
    long before = System.nanoTime();
    refused(DEVICE_SLOW, () -> thread.call(() -> "x", LONG));
    assertTrue(System.nanoTime() - before < LONG.toNanos() / 2);
  }

  @Test
  void call_interruptedCaller_returnsAndKeepsTheInterrupt() {
    Thread.currentThread().interrupt();
    refused(DEVICE_SLOW, () -> thread.call(this::untilReleased, LONG));
    assertTrue(Thread.interrupted());
  }

  @Test
  void close_withAStuckCall_endsWithinFiveSeconds() {
    refused(DEVICE_SLOW, () -> thread.call(this::untilReleased, SHORT));
    long before = System.nanoTime();
    thread.close();
    assertTrue(System.nanoTime() - before < Duration.ofSeconds(5).toNanos());
    refused(DEVICE_ABSENT, () -> thread.call(() -> "x", LONG));
  }
}
