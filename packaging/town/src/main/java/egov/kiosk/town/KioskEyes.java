package egov.kiosk.town;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What the kiosk itself says of its devices, asked every few seconds while somebody looks at the
 * desk page.
 */
final class KioskEyes implements AutoCloseable {
  private static final int SECONDS = 2;
  private static final long LOOKED_AT_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Town town;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "town-eyes");
            made.setDaemon(true);
            return made;
          });
  private volatile long lookedAt = System.nanoTime() - LOOKED_AT_NANOS;
  private volatile JsonNode findings = MissingNode.getInstance();

  KioskEyes(Town town) {
    this.town = town;
    thread.scheduleWithFixedDelay(this::ask, 0, SECONDS, TimeUnit.SECONDS);
  }

  private void ask() {
    if (System.nanoTime() - lookedAt > LOOKED_AT_NANOS) {
      return;
    }
    try {
      findings = town.kiosk().client().get("/api/health").expect().path("findings");
    } catch (IOException e) {
      findings = MissingNode.getInstance();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What it said last of this; missing when it said nothing. */
  JsonNode of(String check) {
    lookedAt = System.nanoTime();
    for (JsonNode finding : findings) {
      if (finding.path("name").asText().equals(check)) {
        return finding;
      }
    }
    return MissingNode.getInstance();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
