package egov.kiosk.crypto.independent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.AssertionFailedError;

/** The openssl command of OpenSSL 3, run in a folder. */
public final class OpenSsl {
  private static final int SECONDS = 60;

  private final Path folder;

  public OpenSsl(Path folder) {
    this.folder = folder;
  }

  /** Runs it and returns what it printed; fails the test when it does not exit 0. */
  public String run(String... arguments) {
    Result result = attempt(arguments);
    if (result.exit != 0) {
      throw new AssertionFailedError(
          "openssl " + String.join(" ", arguments) + "\n" + result.output);
    }
    return result.output;
  }

  /** Runs it and says whether it exited 0. */
  public boolean accepts(String... arguments) {
    return attempt(arguments).exit == 0;
  }

  private Result attempt(String... arguments) {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new AssertionFailedError(
          "openssl 3 is needed to check messages independently; run apt-get install openssl", e);
    }
    try {
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionFailedError("openssl does not end");
      }
      return new Result(process.exitValue(), output);
    } catch (IOException | InterruptedException e) {
      throw new AssertionFailedError("openssl could not be run", e);
    }
  }

  private record Result(int exit, String output) {}
}
