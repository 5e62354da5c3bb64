package egov.kiosk.upkeep.look;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of this machine; they write little, so what they write fits the pipe. */
public final class SystemPrograms implements Machine.Programs {
  private static final int LONGEST = 64 * 1024;

  @Override
  public String run(List<String> words, Duration timeout) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(words.get(0) + " did not end in time");
      }
      if (process.exitValue() != 0) {
        throw new IOException(words.get(0) + " failed");
      }
      byte[] said = process.getInputStream().readNBytes(LONGEST);
      return new String(said, StandardCharsets.UTF_8);
    } finally {
      process.destroyForcibly();
    }
  }
}
