package egov.kiosk.localapi;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The secrets of one start.
 *
 * @param screen what every call must carry; the kiosk's own page carries it
 * @param technician what calls that change the queue must carry instead
 */
record Tokens(UiToken screen, UiToken technician) {
  static Tokens create(Path directory) throws IOException {
    return new Tokens(
        UiToken.create(directory, UiToken.SCREEN), UiToken.create(directory, UiToken.TECHNICIAN));
  }
}
