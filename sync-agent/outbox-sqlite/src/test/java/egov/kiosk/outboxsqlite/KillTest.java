package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxEntry;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runtime killed with SIGKILL in the middle of its appends, twenty times over. */
class KillTest {
  private static final int KILLS = 20;

  @TempDir Path temp;

  @Test
  void sigkill_inTheMiddleOfAppends_everyAcceptedMessageThereOnce() throws Exception {
    Path directory = temp.resolve("q");
    Random random = new Random(20261121);
    Map<String, String> told = new HashMap<>();
    for (int kill = 0; kill < KILLS; kill++) {
      List<String> lines = runAndKill(directory, 1 + kill % 4, 20 + random.nextInt(400));
      for (String line : lines) {
        String[] words = line.split(" ");
        assertFalse(words[0].equals("failed"), line);
        told.put(words[1], words[0]);
      }
      check(directory, told);
    }
    assertTrue(told.size() > KILLS * 20, "only " + told.size() + " messages");
  }

  private static List<String> runAndKill(Path directory, int threads, int linesToWait)
      throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                AppendForever.class.getName(),
                directory.toString(),
                Integer.toString(threads))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
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
    String last = lines.get(lines.size() - 1);
    return last.matches("(accepted|settled) [0-9a-f-]{36}")
        ? lines
        : lines.subList(0, lines.size() - 1);
  }

  private static void check(Path directory, Map<String, String> told) throws Exception {
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      Map<String, DeliveryState> found = new HashMap<>();
      for (OutboxEntry entry : Fixture.list(outbox)) {
        DeliveryState before = found.put(entry.id().value(), entry.state());
        assertEquals(null, before, "stored twice");
      }
      told.forEach(
          (id, word) -> {
            assertTrue(found.containsKey(id), "accepted, then lost: " + id);
            if (word.equals("settled")) {
              assertEquals(DeliveryState.DELIVERED, found.get(id));
            }
          });
      assertEquals("", Fixture.incidents(directory), "a kill is no damage");
    }
  }
}
