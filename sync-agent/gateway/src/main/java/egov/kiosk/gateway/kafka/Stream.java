package egov.kiosk.gateway.kafka;

import egov.kiosk.gateway.postgres.Waiting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The stream's end of the relay. Each transaction holds messages and the place of the last of them,
 * so that Kafka itself knows how far it got; whoever opens a stream of the same store ends every
 * earlier one (transactional.id). For one thread.
 *
 * <p>A record's key is the kiosk's id, so that a kiosk's messages stay in order; its value is the
 * sealed envelope as it came; what is not personal is in the headers {@code id}, {@code kind},
 * {@code item}, {@code sm3}, {@code number} and {@code place}.
 */
final class Stream implements AutoCloseable {
  private static final Duration STOP = Duration.ofSeconds(2);

  private final StreamSettings settings;
  private final byte[] store;
  private final KafkaProducer<byte[], byte[]> producer;
  private final long start;

  private Stream(
      StreamSettings settings, UUID store, KafkaProducer<byte[], byte[]> producer, long start) {
    this.settings = settings;
    this.store = ascii(store.toString());
    this.producer = producer;
    this.start = start;
  }

  /**
   * Opens the stream and ends earlier ones.
   *
   * @throws KafkaException when Kafka cannot be used now
   */
  static Stream open(StreamSettings settings, UUID store) {
    StreamTopics.make(settings);
    KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(configuration(settings, store));
    try {
      producer.initTransactions();
      return new Stream(settings, store, producer, Places.last(settings, store));
    } catch (KafkaException e) {
      producer.close(STOP);
      throw e;
    }
  }

  /** The last place Kafka had when this was opened; 0 when it had none of this store. */
  long start() {
    return start;
  }

  /**
   * Publishes messages in one transaction.
   *
   * @throws KafkaException when nobody knows whether it was; this stream must be closed
   */
  void publish(List<Waiting> messages) {
    send(messages);
    commit();
  }

  /** The first half of {@link #publish}: until {@link #commit} nobody sees anything of it. */
  void send(List<Waiting> messages) {
    producer.beginTransaction();
    for (Waiting message : messages) {
      producer.send(record(message));
    }
    long place = messages.get(messages.size() - 1).place();
    producer.send(new ProducerRecord<>(settings.places(), 0, store, ascii(Long.toString(place))));
  }

  void commit() {
    producer.commitTransaction();
  }

  @Override
  public void close() {
    producer.close(STOP);
  }

  private ProducerRecord<byte[], byte[]> record(Waiting message) {
    List<Header> headers = new ArrayList<>();
    headers.add(header("id", message.id()));
    headers.add(header("kind", message.kind()));
    headers.add(header("item", message.itemCode()));
    headers.add(header("sm3", message.envelopeSm3()));
    if (message.acceptanceNumber() != null) {
      headers.add(header("number", message.acceptanceNumber()));
    }
    headers.add(header("place", Long.toString(message.place())));
    return new ProducerRecord<>(
        settings.topic(),
        null,
        message.acceptedAt().toEpochMilli(),
        ascii(message.kioskId()),
        message.envelope(),
        headers);
  }

  private static Map<String, Object> configuration(StreamSettings settings, UUID store) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.servers());
    configuration.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    configuration.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    configuration.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "kiosk-gateway-" + store);
    configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    configuration.put(ProducerConfig.ACKS_CONFIG, "all");
    configuration.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    // A relay that vanished in the middle holds readers up no longer than this.
    configuration.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15_000);
    configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    configuration.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return configuration;
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, ascii(value));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
