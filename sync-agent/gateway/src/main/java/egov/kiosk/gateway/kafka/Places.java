package egov.kiosk.gateway.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How far Kafka got, read back from Kafka. */
final class Places {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MOST_POLLS = 600;

  private Places() {}

  /** The last committed place of a store; 0 when there is none. */
  static long last(StreamSettings settings, UUID store) {
    TopicPartition places = new TopicPartition(settings.places(), 0);
    long last = 0;
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(configuration(settings))) {
      consumer.assign(List.of(places));
      consumer.seekToBeginning(List.of(places));
      long end = consumer.endOffsets(List.of(places), PATIENCE).get(places);
      for (int polls = 0; consumer.position(places, PATIENCE) < end; polls++) {
        if (polls == MOST_POLLS) {
          throw new KafkaException("the places in " + settings.places() + " cannot be read");
        }
        for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
          if (store.toString().equals(record.key())) {
            last = place(record.value(), settings);
          }
        }
      }
    }
    return last;
  }

  private static long place(String text, StreamSettings settings) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new KafkaException("something else writes to " + settings.places(), e);
    }
  }

  private static Map<String, Object> configuration(StreamSettings settings) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.servers());
    configuration.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    configuration.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    configuration.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    return configuration;
  }
}
