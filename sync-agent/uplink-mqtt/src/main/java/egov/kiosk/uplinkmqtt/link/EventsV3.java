package egov.kiosk.uplinkmqtt.link;

import java.util.Optional;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;

/** What Paho tells about one MQTT 3.1.1 connection, in our words. */
final class EventsV3 implements MqttCallback {
  private final MqttAsyncClient client;
  private final Transport.Events told;
  private final Phase phase = new Phase();

  EventsV3(MqttAsyncClient client, Transport.Events told) {
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
  public void connectionLost(Throwable cause) {
    if (phase.end()) {
      told.lost(ReasonCode.SUCCESS);
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
            Optional.empty(),
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

  @Override
  public void deliveryComplete(IMqttDeliveryToken token) {
    // Every publish has its own listener.
  }
}
