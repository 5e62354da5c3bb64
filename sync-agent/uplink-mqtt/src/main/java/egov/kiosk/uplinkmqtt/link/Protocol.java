package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;
import java.util.Arrays;

/** Which MQTT is spoken. Each version has its own client library behind {@link Transport}. */
public enum Protocol {
  /** OASIS MQTT 5.0. */
  V5("5") {
    @Override
    Transport transport(LinkOptions options, Transport.Events events) throws IOException {
      return new TransportV5(options, events);
    }
  },

  /**
   * OASIS MQTT 3.1.1 (ISO/IEC 20922:2016), for older platforms. It has no reason codes, so that a
   * publication the broker is not allowed to take is acknowledged and thrown away; no user
   * properties, no receive maximum, no largest packet, no end of a session, no delay of a will.
   */
  V3_1_1("3.1.1") {
    @Override
    Transport transport(LinkOptions options, Transport.Events events) throws IOException {
      return new TransportV3(options, events);
    }
  };

  private final String word;

  Protocol(String word) {
    this.word = word;
  }

  /** As it is written in a configuration. */
  public String word() {
    return word;
  }

  /**
   * Reads a version.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  public static Protocol of(String word) {
    return Arrays.stream(values())
        .filter(protocol -> protocol.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("MQTT is spoken as 5 or 3.1.1"));
  }

  /**
   * A client for one connection.
   *
   * @throws IOException when the library cannot make one
   */
  abstract Transport transport(LinkOptions options, Transport.Events events) throws IOException;
}
