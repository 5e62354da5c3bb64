package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;

/** What answers is no MQTT broker. Its message may be logged. */
final class ForeignProtocolException extends IOException {
  private static final long serialVersionUID = 1L;

  ForeignProtocolException() {
    super("what answers there is no MQTT broker; is there a login page or a proxy in between?");
  }
}
