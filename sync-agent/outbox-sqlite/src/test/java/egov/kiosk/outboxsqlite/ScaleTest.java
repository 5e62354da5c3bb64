package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long queue in a process with very little memory: opened, drained from, salvaged. The figures
 * for 1,000,000 messages are in the notes on durability; here the machine may be busy and small.
 */
class ScaleTest {
  @TempDir Path temp;

  @Test
  void longQueue_smallHeap_opensSalvagesAndDrains() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                LongQueue.class.getName(),
                temp.resolve("q").toString(),
                "100000",
                "256")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(120, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), output);
    assertTrue(output.contains("102000 rows salvaged (100000 pending), none missing"), output);
    double empty = seconds(output, "open empty");
    double loaded = seconds(output, "open full");
    assertTrue(loaded < empty + 3, "a start does not wait for the length of the queue: " + output);
  }

  private static double seconds(String output, String what) {
    return output
        .lines()
        .filter(line -> line.startsWith(what + ": "))
        .mapToDouble(
            line -> Double.parseDouble(line.substring(what.length() + 2, line.length() - 2)))
        .min()
        .orElseThrow();
  }
}
