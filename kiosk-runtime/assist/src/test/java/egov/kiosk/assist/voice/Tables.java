package egov.kiosk.assist.voice;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The tables the screens' build made, read once. */
final class Tables {
  static final SpeechData DATA = load();

  private Tables() {}

  private static SpeechData load() {
    try {
      return SpeechData.load(Tables.class::getResource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
