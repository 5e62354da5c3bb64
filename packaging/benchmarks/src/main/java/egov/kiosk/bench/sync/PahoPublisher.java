package egov.kiosk.bench.sync;

import egov.kiosk.contract.Topics;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttClientPersistence;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/**
 * The peer of the drain: a bare Paho v5 publisher, which waits for PUBACKs only. It keeps what it
 * publishes in what it is given: nothing but memory, or the files that Paho takes when nobody says
 * otherwise.
 */
final class PahoPublisher implements AutoCloseable {
  private static final long WAIT_MILLIS = 10_000;

  private final MqttAsyncClient client;
  private final int window;
  private final String topic;

  /** Keeps nothing. */
  PahoPublisher(String broker, String kioskId, int window) throws MqttException {
    this(broker, kioskId, window, new MemoryPersistence());
  }

  PahoPublisher(String broker, String kioskId, int window, MqttClientPersistence kept)
      throws MqttException {
    this.window = window;
    topic = Topics.transactions(kioskId, MessageKind.ITEM);
    client = new MqttAsyncClient(broker, kioskId, kept);
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setReceiveMaximum(1000);
    options.setAutomaticReconnect(false);
    client.connect(options).waitForCompletion(WAIT_MILLIS);
  }

  /** Messages a second, from the first to the last acknowledgement. */
  double rate(List<SignedEnvelope> messages) throws MqttException, InterruptedException {
    Semaphore free = new Semaphore(window);
    MqttActionListener done =
        new MqttActionListener() {
          @Override
          public void onSuccess(IMqttToken token) {
            free.release();
          }

          @Override
          public void onFailure(IMqttToken token, Throwable failure) {
            throw new IllegalStateException(failure);
          }
        };
    long before = System.nanoTime();
    for (SignedEnvelope message : messages) {
      free.acquire();
      client.publish(topic, packet(message), null, done);
    }
    free.acquire(window);
    return messages.size() * 1e9 / (System.nanoTime() - before);
  }

  private static MqttMessage packet(SignedEnvelope message) {
    MqttProperties properties = new MqttProperties();
    properties.setUserProperties(
        List.of(new UserProperty(Topics.MESSAGE_ID_PROPERTY, message.id().value())));
    return new MqttMessage(message.bytes(), 1, false, properties);
  }

  @Override
  public void close() throws MqttException {
    client.disconnectForcibly(100);
    client.close(true);
  }
}
