package egov.kiosk.bench.sync;

import egov.kiosk.contract.Topics;
import java.util.List;
import java.util.Optional;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/**
 * The fastest platform there can be: receives every message, and answers at once with the receipt
 * that was made before, if there is one.
 */
final class Responder implements MqttCallback, AutoCloseable {
  private final Receipts receipts;
  private final MqttAsyncClient client;

  Responder(String broker, Receipts receipts) throws MqttException {
    this.receipts = receipts;
    client = new MqttAsyncClient(broker, "responder", new MemoryPersistence());
    client.setCallback(this);
    client.connect(Peers.options()).waitForCompletion(Peers.WAIT_MILLIS);
    client.subscribe("egov/1/+/up/tx/#", 1).waitForCompletion(Peers.WAIT_MILLIS);
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) throws MqttException {
    MqttProperties properties = message.getProperties();
    List<UserProperty> named = properties == null ? List.of() : properties.getUserProperties();
    for (UserProperty property : named) {
      if (property.getKey().equals(Topics.MESSAGE_ID_PROPERTY)) {
        Optional<byte[]> receipt = receipts.of(property.getValue());
        if (receipt.isPresent()) {
          String kiosk = Topics.kioskOfTransactions(topic).orElseThrow();
          client.publish(Topics.receipts(kiosk), receipt.get(), 1, false);
        }
      }
    }
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    System.err.println("bench: the responder lost the broker");
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    System.err.println("bench: the responder failed: " + exception.getMessage());
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // Receipts are the measured side's business.
  }

  @Override
  public void connectComplete(boolean reconnect, String uri) {
    // Subscribed by the constructor.
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    // Nobody authenticates here.
  }

  @Override
  public void close() throws MqttException {
    client.disconnectForcibly(100);
    client.close(true);
  }

  /** How the bare clients of the benchmark connect. */
  static final class Peers {
    static final long WAIT_MILLIS = 10_000;

    private Peers() {}

    static MqttConnectionOptions options() {
      MqttConnectionOptions options = new MqttConnectionOptions();
      options.setCleanStart(true);
      options.setReceiveMaximum(1000);
      options.setAutomaticReconnect(false);
      return options;
    }
  }
}
