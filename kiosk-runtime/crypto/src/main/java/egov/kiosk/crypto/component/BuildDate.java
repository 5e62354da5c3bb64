package egov.kiosk.crypto.component;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** When this program was built, as the build wrote it into the jar. */
final class BuildDate {
  private BuildDate() {}

  static Instant read() {
    try (InputStream text = BuildDate.class.getResourceAsStream("built.txt")) {
      return Instant.parse(new String(text.readNBytes(64), StandardCharsets.US_ASCII).strip());
    } catch (IOException e) {
      throw new IllegalStateException("the jar lacks its build date", e);
    }
  }
}
