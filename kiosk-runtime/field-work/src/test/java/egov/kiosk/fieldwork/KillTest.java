package egov.kiosk.fieldwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.rest.WithoutKeys;
import egov.kiosk.fieldwork.store.PosixDisk;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A battery that goes flat at any keystroke: a process that types, killed with SIGKILL. */
class KillTest {
  private static final int KILLS = 4;

  @TempDir Path directory;

  @Test
  void sigkillWhileTyping_everyCharacterThatWasCalledKeptIsThere() throws Exception {
    Random random = new Random(20261122);
    int kept = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int told = typeAndKill(5 + random.nextInt(20));
      Tablet tablet = Tablet.on(new PosixDisk(), directory, new WithoutKeys());
      var drafts = tablet.work.today(Tablet.WORKER).drafts();
      assertEquals(1, drafts.size());
      int found =
          Integer.parseInt(
              tablet.work.draft(Tablet.WORKER, drafts.get(0).id()).answers().get("text"));
      assertTrue(found >= told && told > kept, found + " found, " + told + " told");
      kept = told;
    }
  }

  private int typeAndKill(int lines) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TypeForever.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    int last = 0;
    int seen = 0;
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.matches("kept [0-9]+")) {
          last = Integer.parseInt(line.substring(5));
          if (++seen == lines) {
            process.toHandle().destroyForcibly();
          }
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    assertTrue(seen >= lines, "it was killed and did not end by itself");
    return last;
  }
}
