package egov.kiosk.uplinkmqtt.conformance;

import egov.kiosk.uplinkmqtt.Profile;
import egov.kiosk.uplinkmqtt.link.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Profile A on mosquitto, MQTT 5. */
class MosquittoProfileATest extends BrokerConformance {
  @Override
  protected BrokerUnderTest broker(Path directory, List<String> users) throws IOException {
    return Mosquitto.start(directory, users, "max_packet_size 266240");
  }

  @Override
  protected Protocol protocol() {
    return Protocol.V5;
  }

  @Override
  protected Profile profile() {
    return Profile.A;
  }
}
