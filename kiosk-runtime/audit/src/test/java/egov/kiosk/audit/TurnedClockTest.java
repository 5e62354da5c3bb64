package egov.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.audit.store.Lines;
import egov.kiosk.audit.store.Segment;
import egov.kiosk.audit.verify.Verdict;
import egov.kiosk.audit.verify.Verifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attack test H03 with the process's real clock turned between starts (faketime). */
class TurnedClockTest {
  @TempDir Path temp;

  private Instant run(String turned, Instant floor) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            "faketime",
            "-f",
            turned,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            TurnedClock.class.getName(),
            temp.resolve("log").toString(),
            floor.toString(),
            "3");
    // The clock on the wall alone; what measures waiting goes on.
    builder.environment().put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    Path said = temp.resolve("said");
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it hangs");
    String text = Files.readString(said, StandardCharsets.UTF_8).strip();
    assertEquals(0, process.exitValue(), text);
    return Instant.parse(text.substring(text.lastIndexOf('\n') + 1));
  }

  /** By this process's clock, which nobody turned. */
  private void untouched(Instant floor) throws Exception {
    Lab lab = new Lab(temp.resolve("log"));
    lab.floor = floor;
    lab.time = Instant.now();
    try (AuditTrail trail = lab.open()) {
      for (int i = 0; i < 3; i++) {
        trail.require(Lab.lasting(i));
      }
      trail.tidy();
    }
  }

  private List<String> lines() throws Exception {
    List<String> lines = new ArrayList<>();
    for (Segment segment : Segment.list(temp.resolve("log"))) {
      try (Lines read = new Lines(segment)) {
        for (Lines.Line line = read.next(); line != null; line = read.next()) {
          lines.add(new String(line.bytes(), StandardCharsets.US_ASCII));
        }
      }
    }
    return lines;
  }

  @Test
  @DisplayName("H03 the machine's clock a year ahead, back, and before the program was built")
  void h03_realClockTurned_sequenceUnbroken_saidInRecords_nothingDestroyed() throws Exception {
    Instant floor = Instant.now().minus(Duration.ofDays(30));
    untouched(floor);
    assertTrue(run("+1y", floor).isAfter(Instant.now().plus(Duration.ofDays(300))));
    untouched(floor);
    run("-1y", floor);
    Verdict verdict = new Verifier(List.of(), List.of()).verify(temp.resolve("log"));
    assertEquals(Optional.empty(), verdict.flaw());
    assertEquals(1, verdict.first(), "a turned clock destroys nothing");
    assertEquals(verdict.last(), lines().size(), "no number is missing or used twice");
    assertTrue(lines().stream().anyMatch(one -> one.contains("clock.set-back")));
    assertTrue(lines().stream().anyMatch(one -> one.contains("clock.refused")));
    assertEquals(12, lines().stream().filter(one -> one.contains("\"outbox.retry\"")).count());
  }
}
