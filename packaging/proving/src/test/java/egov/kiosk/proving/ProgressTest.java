package egov.kiosk.proving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import egov.kiosk.proving.report.Report;
import egov.kiosk.proving.report.Sitting;
import egov.kiosk.proving.report.Sittings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign that is broken off has a whole report. */
class ProgressTest {
  @TempDir Path directory;
  private final AtomicLong nanos = new AtomicLong();
  private final Report report =
      new Report(new Sitting("a1", 1, Instant.EPOCH, 1, "journal"), Map.of());
  private Path file;
  private Progress progress;

  @BeforeEach
  void begin() {
    file = directory.resolve("report.json");
    progress = new Progress(Sittings.alone(file), nanos::get);
    progress.accept(report);
  }

  private JsonNode run() throws IOException {
    return new ObjectMapper().readTree(file.toFile()).path("runs").get(0);
  }

  @Test
  void tenSecondsLater_reportIsThere() throws Exception {
    assertFalse(Files.exists(file));
    nanos.set(Duration.ofSeconds(11).toNanos());
    progress.accept(report);
    assertEquals("interrupted", run().path("ended").asText());
    assertEquals(11, run().path("seconds").asLong());
  }

  @Test
  void brokenOff_lastWordIsKept() throws Exception {
    report.add("replay", Map.of("cycles", 3L));
    progress.end("interrupted");
    report.add("replay", Map.of("cycles", 1L));
    nanos.set(Duration.ofMinutes(1).toNanos());
    progress.accept(report);
    progress.end("complete");
    assertEquals("interrupted", run().path("ended").asText());
    assertEquals(3, run().path("total").path("cycles").asLong());
  }

  @Test
  void endedBeforeItBegan_writesNothing() {
    Path other = directory.resolve("other.json");
    new Progress(Sittings.alone(other), nanos::get).end("interrupted");
    assertFalse(Files.exists(other));
  }
}
