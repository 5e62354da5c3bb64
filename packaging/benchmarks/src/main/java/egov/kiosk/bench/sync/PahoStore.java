package egov.kiosk.bench.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.paho.mqttv5.client.persist.MqttDefaultFilePersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttPersistable;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttPublish;

/**
 * The peer of the queue: what Eclipse Paho's MQTT 5 client (1.2.5) does to keep a message it is
 * given to publish, and nothing else of what it does. It writes one file a message and syncs that
 * file ({@code FileDescriptor.sync}), but not the directory: after a power cut a file may be
 * missing that it reported stored. So it is a little less durable than our append and still the
 * fair peer. The client holds its one lock while it stores; {@link #put} does too, {@link
 * #putUnlocked} does not.
 */
final class PahoStore implements AutoCloseable {
  private final MqttDefaultFilePersistence files;
  private int next;

  PahoStore(Path directory) throws IOException, MqttException {
    files = new MqttDefaultFilePersistence(Files.createDirectories(directory).toString());
    files.open("bench");
  }

  void put(byte[] payload) throws MqttException {
    synchronized (files) {
      files.put(key(), packet(payload));
    }
  }

  void putUnlocked(byte[] payload) throws MqttException {
    files.put(key(), packet(payload));
  }

  /** As the client names what waits in its buffer: "sb-" and a number. */
  private synchronized String key() {
    return "sb-" + next++;
  }

  private static MqttPersistable packet(byte[] payload) {
    MqttMessage message = new MqttMessage(payload, 1, false, new MqttProperties());
    return new MqttPublish("egov/1/bench-000001/up/tx/item", message, new MqttProperties());
  }

  @Override
  public void close() throws MqttException {
    files.close();
  }
}
