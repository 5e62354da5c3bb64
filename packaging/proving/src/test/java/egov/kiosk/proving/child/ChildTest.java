package egov.kiosk.proving.child;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** More than one read of ours takes, less than the pipe holds. */
  private static final int LINES = 5_000;

  @TempDir private Path directory;

  @Test
  void kill_linesSaidButNotYetRead_areHeardAllTheSame() throws Exception {
    Path said = directory.resolve("said");
    String script = "seq 1 " + LINES + "; touch " + said + "; exec sleep 60";
    CountDownLatch reading = new CountDownLatch(1);
    AtomicInteger heard = new AtomicInteger();
    Child child =
        Child.start(
            List.of("/bin/sh", "-c", script),
            Map.of(),
            directory.resolve("log"),
            line -> {
              awaitQuietly(reading);
              heard.incrementAndGet();
            });
    await().atMost(PATIENCE).until(() -> Files.exists(said));
    CompletableFuture<Void> killed =
        CompletableFuture.runAsync(
            () -> {
              try {
                child.kill();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    await().atMost(PATIENCE).until(() -> !child.alive());
    reading.countDown();
    killed.get();
    assertEquals(LINES, heard.get());
    assertFalse(child.alive());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
