package egov.kiosk.uplinkmqtt.conformance;

import egov.kiosk.uplinkmqtt.Profile;
import egov.kiosk.uplinkmqtt.link.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Profile B on a mosquitto that throws out whoever asks it to keep a message. */
class MosquittoProfileBTest extends BrokerConformance {
  @Override
  protected BrokerUnderTest broker(Path directory, List<String> users) throws IOException {
    return Mosquitto.start(
        directory, users, "retain_available false", "max_packet_size 66000", "max_keepalive 480");
  }

  @Override
  protected Protocol protocol() {
    return Protocol.V5;
  }

  @Override
  protected Profile profile() {
    return Profile.B;
  }
}
