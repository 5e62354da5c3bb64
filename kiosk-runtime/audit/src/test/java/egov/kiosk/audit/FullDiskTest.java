package egov.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real file system that is really full: a tmpfs of a few MiB, mounted for one child process in a
 * name space of its own (unshare of util-linux), so that nothing is left behind.
 */
class FullDiskTest {
  @TempDir Path temp;

  @Test
  void diskFull_administrationRefusedAndLossSaidAfterwards() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        new ArrayList<>(
            List.of(
                "unshare",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o size=2m,mode=0700 tmpfs \"$1\" && shift && exec \"$@\"",
                "sh",
                temp.toString(),
                java.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FillTheDisk.class.getName(),
                temp.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), "needs unshare and user name spaces: " + output);
    assertTrue(output.contains("whole after"), output);
  }
}
