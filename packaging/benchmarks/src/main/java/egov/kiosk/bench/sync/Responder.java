package egov.kiosk.bench.sync;

import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.gateway.intake.Answers;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
 * The fastest platform there can be: receives every message, stores nothing, opens nothing, and
 * answers through the gateway's own {@link Answers}: the first at once, what follows within a
 * moment together, up to fifty under one signature. It signs in earnest, because nobody can know
 * beforehand which messages arrive together; that costs the measured side, which shares the
 * processors, one signature a document.
 */
final class Responder implements MqttCallback, AutoCloseable {
  private static final long STOP_MILLIS = 2_000;

  private final Receipts receipts;
  private final MqttAsyncClient client;
  private final BlockingQueue<PlatformReceipt> arrived = new LinkedBlockingQueue<>();
  private final Thread answering = new Thread(this::answer, "responder");

  Responder(String broker, Receipts receipts) throws MqttException {
    this.receipts = receipts;
    client = new MqttAsyncClient(broker, "responder", new MemoryPersistence());
    client.setCallback(this);
    client.connect(Peers.options()).waitForCompletion(Peers.WAIT_MILLIS);
    client.subscribe("egov/1/+/up/tx/#", 1).waitForCompletion(Peers.WAIT_MILLIS);
    answering.setDaemon(true);
    answering.start();
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    MqttProperties properties = message.getProperties();
    List<UserProperty> named = properties == null ? List.of() : properties.getUserProperties();
    for (UserProperty property : named) {
      if (property.getKey().equals(Topics.MESSAGE_ID_PROPERTY)) {
        receipts.of(property.getValue()).ifPresent(arrived::add);
      }
    }
  }

  private void answer() {
    Answers answers = new Answers(System::nanoTime);
    try {
      while (true) {
        long patience = Math.min(answers.pause(), TimeUnit.SECONDS.toNanos(10));
        PlatformReceipt first = arrived.poll(patience, TimeUnit.NANOSECONDS);
        for (PlatformReceipt next = first; next != null; next = arrived.poll()) {
          answers.add(next, () -> {});
        }
        for (Answers.Document document : answers.due()) {
          byte[] signed = receipts.sign(document.receipts());
          client.publish(Topics.receipts(document.kioskId()), signed, 1, false);
        }
      }
    } catch (InterruptedException e) {
      // Closed.
    } catch (MqttException | CryptoException e) {
      System.err.println("bench: the responder stopped: " + e.getMessage());
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
  public void close() throws MqttException, InterruptedException {
    answering.interrupt();
    answering.join(STOP_MILLIS);
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
