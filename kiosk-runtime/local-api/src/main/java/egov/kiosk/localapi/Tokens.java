package egov.kiosk.localapi;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The secrets of one start.
 *
 * @param screen what a program of the kiosk's owner carries in a screen's place
 * @param technician what calls that change the queue must carry instead
 * @param pages what pages carry
 */
record Tokens(UiToken screen, UiToken technician, PageTokens pages) {
  static Tokens create(Path directory) throws IOException {
    return new Tokens(
        UiToken.create(directory, UiToken.SCREEN),
        UiToken.create(directory, UiToken.TECHNICIAN),
        new PageTokens(UiToken::secret, System::nanoTime));
  }
}
