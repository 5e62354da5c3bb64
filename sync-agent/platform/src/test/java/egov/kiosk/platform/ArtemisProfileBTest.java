package egov.kiosk.platform;

import egov.kiosk.uplinkmqtt.Profile;
import egov.kiosk.uplinkmqtt.conformance.BrokerConformance;
import egov.kiosk.uplinkmqtt.conformance.BrokerUnderTest;
import egov.kiosk.uplinkmqtt.link.Protocol;
import java.nio.file.Path;
import java.util.List;

/** Profile B on Artemis, MQTT 5: the same suite that mosquitto passes. */
class ArtemisProfileBTest extends BrokerConformance {
  @Override
  protected BrokerUnderTest broker(Path directory, List<String> users) throws Exception {
    return ArtemisUnderTest.start(directory, users);
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
