package egov.kiosk.proving.child;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Runs short command lines of the system's tools. */
public final class Shell {
  private static final long LONGEST_SECONDS = 60;

  private Shell() {}

  /**
   * Runs a line.
   *
   * @return what it printed
   * @throws IOException when it fails, with what it said
   */
  public static String run(String line) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("/bin/sh", "-ec", line).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("'" + line + "' failed: " + said);
    }
    return said;
  }

  /** Whether every one of these commands is installed. */
  public static boolean has(String... commands) {
    for (String command : commands) {
      try {
        run("command -v " + command);
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
