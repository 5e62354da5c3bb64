package egov.kiosk.uplinkmqtt.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttPublish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTest {
  private static final String ID = "01a1fceb-4700-779c-b9ed-c39dff7b16b2";

  @Test
  void trace_isTheMessagesOwnIdentity() {
    assertEquals(
        Optional.of("00-01a1fceb4700779cb9edc39dff7b16b2-b9edc39dff7b16b2-01"),
        Publication.of("up", new byte[3], ID).trace());
    assertEquals(Optional.empty(), Publication.of("up", new byte[3], "no uuid").trace());
    assertEquals(Optional.empty(), Publication.of("up", new byte[3]).trace());
  }

  /** Against what Paho writes: a broker that says how much it takes means the whole packet. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40, 127, 128, 16_000, 16_384, 70_000})
  void packetBytes_areThoseOnTheWire(int length) throws MqttException {
    Publication publication = Publication.of("egov/1/kiosk-0001/up/tx/item", new byte[length], ID);
    var message = OptionsV5.message(publication);
    message.setId(7);
    MqttPublish packet = new MqttPublish(publication.topic(), message, message.getProperties());
    packet.setMessageId(7);
    assertEquals(packet.getHeader().length + packet.getPayload().length, publication.packetBytes());
  }
}
