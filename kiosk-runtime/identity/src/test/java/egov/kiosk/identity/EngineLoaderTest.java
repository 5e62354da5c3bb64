package egov.kiosk.identity;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.identity.pack.FacePackException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EngineLoaderTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  private final AtomicInteger loads = new AtomicInteger();

  @Test
  void stillLoading_isEmptyAndLoadedOnce() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    EngineLoader loader =
        new EngineLoader(
            () -> {
              loads.incrementAndGet();
              slow.await();
              throw new FacePackException("too late");
            });
    loader.start();
    loader.start();

    assertEquals(Optional.empty(), loader.engine(SHORT));
    assertEquals(Optional.empty(), loader.engine(SHORT));
    assertEquals(1, loads.get());

    slow.countDown();
    loader.close();
    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(t -> t.getName().equals(EngineLoader.THREAD)));
  }

  @Test
  void failed_isToldAndTriedAgain() {
    EngineLoader loader =
        new EngineLoader(
            () -> {
              throw new FacePackException("attempt " + loads.incrementAndGet());
            });

    for (String attempt : new String[] {"attempt 1", "attempt 2"}) {
      assertEquals(
          attempt,
          assertThrows(FacePackException.class, () -> loader.engine(Duration.ofSeconds(5)))
              .getMessage());
    }
  }

  @Test
  void nativePartMissing_isAPackFault() {
    EngineLoader loader =
        new EngineLoader(
            () -> {
              throw new UnsatisfiedLinkError("no native part");
            });

    var fault = assertThrows(FacePackException.class, () -> loader.engine(Duration.ofSeconds(5)));
    assertTrue(fault.getCause() instanceof UnsatisfiedLinkError);
  }
}
