package egov.kiosk.uplinkmqtt.link;

import java.util.Optional;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** What Paho tells about one MQTT 5 connection, in our words. */
final class EventsV5 implements MqttCallback {
  private static final int LONGEST_ID = 64;

  private final MqttAsyncClient client;
  private final Transport.Events told;
  private final Phase phase = new Phase();

  EventsV5(MqttAsyncClient client, Transport.Events told) {
    this.client = client;
    this.told = told;
  }

  /** Whether the connection is still there. */
  boolean opened() {
    return phase.open();
  }

  void closed() {
    phase.end();
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    if (phase.end()) {
      int code = response.getReturnCode();
      // Paho's own error numbers lie beyond one byte, and 0 stands for "no DISCONNECT was read".
      told.lost(code >= 0 && code <= 0xFF ? new ReasonCode(code) : ReasonCode.SUCCESS);
    }
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    if (phase.ended()) {
      return;
    }
    told.received(
        new InboundMessage(
            topic,
            message.getPayload(),
            message.isRetained(),
            message.getQos() > 0,
            messageId(message.getProperties()),
            () -> acknowledge(message.getId(), message.getQos())));
  }

  private void acknowledge(int id, int qos) {
    if (qos == 0 || phase.ended()) {
      return;
    }
    try {
      client.messageArrivedComplete(id, qos);
    } catch (MqttException e) {
      // The connection is going; the broker delivers the message again.
    }
  }

  private static Optional<String> messageId(MqttProperties properties) {
    if (properties == null) {
      return Optional.empty();
    }
    return properties.getUserProperties().stream()
        .filter(property -> property.getKey().equals(Publication.MESSAGE_ID))
        .map(property -> property.getValue())
        .filter(value -> value.length() <= LONGEST_ID)
        .findFirst();
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    // Followed by disconnected() where it matters.
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // Every publish has its own listener.
  }

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {
    // The connect call has its own listener.
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    // No authentication method was asked for.
  }
}
