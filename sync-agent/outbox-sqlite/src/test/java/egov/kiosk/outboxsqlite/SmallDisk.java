package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A tmpfs mounted for one child process in a name space of its own (unshare of util-linux), so that
 * nothing is left behind.
 */
final class SmallDisk {
  private SmallDisk() {}

  /**
   * Runs a program that ends with 0 when all went well.
   *
   * @param options of the mount
   * @param place where the disk is mounted; the program's one argument
   * @return what it said
   */
  static String run(String options, Path place, Class<?> program) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        List.of(
            "unshare",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            "mount -t tmpfs -o " + options + ",mode=0700 tmpfs \"$1\" && shift && exec \"$@\"",
            "sh",
            place.toString(),
            java.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            program.getName(),
            place.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(180, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), "needs unshare and user name spaces: " + output);
    return output;
  }
}
