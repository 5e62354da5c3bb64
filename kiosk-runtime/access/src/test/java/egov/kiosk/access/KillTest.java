package egov.kiosk.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runtime killed with SIGKILL in the middle of somebody's guessing, again and again. */
class KillTest {
  private static final int KILLS = 6;

  @TempDir Path directory;

  @Test
  @DisplayName("J01 pulling the plug saves nobody a wrong PIN: the count never goes back")
  void j01_sigkillWhileGuessing_countNeverGoesBack() throws Exception {
    Template.get().into(directory);
    Random random = new Random(20261122);
    int known = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int told = guessAndKill(known, 2 + random.nextInt(6), random.nextInt(60));
      assertTrue(told > known, "it got somewhere");
      known = told;
    }
    Lab lab = Lab.furnishedAlready(directory);
    lab.pass(java.time.Duration.ofHours(1));
    int counted = lab.office().list(lab.technician()).get(0).wrong();
    assertTrue(counted >= known, counted + " of at least " + known);
    assertTrue(counted <= known + KILLS, "at most the one in flight at each kill: " + counted);
    assertEquals("", lab.outcome(Lab.COUNTER, Lab.PIN));
    assertTrue(Files.size(lab.place.book()) > 0);
  }

  /** The last count that was told before the kill; each must be beyond the one before. */
  private int guessAndKill(int known, int linesToWait, int millisMore) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                GuessForever.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    int last = known;
    int lines = 0;
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (!line.matches("wrong [0-9]+")) {
          assertTrue(lines >= linesToWait, "the process said: " + line);
          break;
        }
        int count = Integer.parseInt(line.substring(6));
        assertTrue(count > last, count + " after " + last);
        last = count;
        if (++lines == linesToWait) {
          TimeUnit.MILLISECONDS.sleep(millisMore);
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    assertTrue(lines >= linesToWait, "the process ended by itself");
    return last;
  }
}
