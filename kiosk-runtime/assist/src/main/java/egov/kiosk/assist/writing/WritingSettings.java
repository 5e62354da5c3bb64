package egov.kiosk.assist.writing;

import java.time.Duration;
import java.util.Objects;

/**
 * How handwriting is read; immutable.
 *
 * @param program the program {@code zinnia}: a path, or a name looked up in PATH
 * @param model the path of a Zinnia model
 * @param timeout how long one character may take, 100 ms to 10 s
 */
public record WritingSettings(String program, String model, Duration timeout) {
  public WritingSettings {
    Objects.requireNonNull(program, "program");
    Objects.requireNonNull(model, "model");
    if (program.isBlank() || model.isBlank()) {
      throw new IllegalArgumentException("handwriting needs a program and a model");
    }
    if (timeout.toMillis() < 100 || timeout.toSeconds() > 10) {
      throw new IllegalArgumentException("a character may take 100 ms to 10 s");
    }
  }
}
