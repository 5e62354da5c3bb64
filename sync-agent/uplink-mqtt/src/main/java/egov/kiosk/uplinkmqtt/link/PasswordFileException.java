package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;

/** A password file is not in order. Its message may be logged. */
final class PasswordFileException extends IOException {
  private static final long serialVersionUID = 1L;

  PasswordFileException(String message) {
    super(message);
  }
}
