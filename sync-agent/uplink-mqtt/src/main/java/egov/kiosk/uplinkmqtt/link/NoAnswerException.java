package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;
import java.time.Duration;

/** A try to connect took too long. Its message may be logged. */
final class NoAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  NoAnswerException(Duration waited) {
    super("no answer within " + waited.toSeconds() + " s");
  }
}
