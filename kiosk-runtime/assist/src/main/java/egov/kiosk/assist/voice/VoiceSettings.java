package egov.kiosk.assist.voice;

import java.time.Duration;
import java.util.Objects;

/**
 * How the kiosk speaks; immutable.
 *
 * @param program espeak-ng: a path, or a name looked up in PATH
 * @param timeout how long one text may take, 100 ms to 10 s
 * @param cacheBytes how much sound of fixed texts is kept in memory, 0 to 64 MiB
 */
public record VoiceSettings(String program, Duration timeout, int cacheBytes) {
  private static final int MOST_CACHE = 64 << 20;

  public VoiceSettings {
    Objects.requireNonNull(program, "program");
    if (program.isBlank()) {
      throw new IllegalArgumentException("the voice's program has no name");
    }
    if (timeout.toMillis() < 100 || timeout.toSeconds() > 10) {
      throw new IllegalArgumentException("a text may take 100 ms to 10 s");
    }
    if (cacheBytes < 0 || cacheBytes > MOST_CACHE) {
      throw new IllegalArgumentException("0 to " + MOST_CACHE + " bytes of sound are kept");
    }
  }
}
