package egov.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.audit.export.Exporter;
import egov.kiosk.audit.export.Sink;
import egov.kiosk.audit.record.Entry;
import egov.kiosk.audit.verify.Verdict;
import egov.kiosk.audit.verify.Verifier;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runtime killed with SIGKILL in the middle of its records, eight times over. */
class KillTest {
  private static final int KILLS = 8;

  @TempDir Path temp;

  @Test
  void sigkill_inTheMiddleOfRecords_everyAcknowledgedOneThereAndChainWhole() throws Exception {
    Path directory = temp.resolve("log");
    Random random = new Random(20261122);
    Set<Long> told = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      for (String line : runAndKill(directory, kill * 1_000_000, 20 + random.nextInt(300))) {
        assertFalse(line.startsWith("failed"), line);
        told.add(Long.parseLong(line.split(" ")[1]));
      }
    }
    try (AuditTrail trail = new Lab(directory).open()) {
      trail.record(Lab.lasting(0));
    }
    Verdict verdict = new Verifier(List.of(), List.of()).verify(directory);
    assertEquals(Optional.empty(), verdict.flaw());
    Set<Long> there = new HashSet<>();
    Exporter.run(directory, 1, Instant.MIN, collecting(there));
    told.removeAll(there);
    assertEquals(Set.of(), told, "recorded, then lost");
    assertTrue(there.size() > KILLS * 20, "only " + there.size());
  }

  private static Sink collecting(Set<Long> there) {
    return new Sink() {
      @Override
      public void put(Entry entry, byte[] line) {
        if (entry.draft().action().equals("outbox.retry")) {
          there.add(entry.number("count"));
        }
      }

      @Override
      public void finish() {}

      @Override
      public void close() {}
    };
  }

  private static List<String> runAndKill(Path directory, int first, int linesToWait)
      throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AppendForever.class.getName(),
                directory.toString(),
                Integer.toString(first))
            .redirectErrorStream(true)
            .start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (lines.size() == linesToWait) {
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    assertTrue(lines.size() >= linesToWait, "the process ended by itself: " + lines);
    // The last line may have been cut by the kill.
    return lines.subList(0, lines.size() - 1);
  }
}
