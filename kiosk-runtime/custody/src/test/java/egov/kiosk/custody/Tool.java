package egov.kiosk.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.AssertionFailedError;

/** A program of the machine: gcc, openssl, softhsm2-util. A missing one fails the test. */
public final class Tool {
  private static final int SECONDS = 120;

  private Tool() {}

  /** Runs it and fails the test when it does not exit 0. */
  public static void run(Path folder, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionFailedError(command.get(0) + " does not end");
      }
      if (process.exitValue() != 0) {
        throw new AssertionFailedError(String.join(" ", command) + "\n" + output);
      }
    } catch (IOException e) {
      throw new AssertionFailedError(
          command.get(0) + " is needed: apt-get install gcc libssl-dev openssl softhsm2", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionFailedError("interrupted", e);
    }
  }
}
