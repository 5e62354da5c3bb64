package egov.kiosk.proving.stand;

import egov.kiosk.domain.envelope.MessageKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is committed on a stand's topic, read from its beginning. Used by one thread. */
final class Topic implements AutoCloseable {
  private static final String TRANSACTION = MessageKind.ITEM.word();
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration GLANCE = Duration.ofMillis(100);

  private final String name;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, Integer> seen = new HashMap<>();

  Topic(String servers, String name) {
    this.name = name;
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  String name() {
    return name;
  }

  /** Waits until everything that was accepted is there, and says what is not there once. */
  Discord compare(Set<String> accepted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    read();
    while (!seen.keySet().containsAll(accepted) && System.nanoTime() - end < 0) {
      read();
    }
    List<String> lost = new ArrayList<>();
    List<String> doubled = new ArrayList<>();
    for (String id : new TreeSet<>(accepted)) {
      if (!seen.containsKey(id)) {
        lost.add(id + " is in the database and not in Kafka");
      }
    }
    new TreeMap<>(seen)
        .forEach(
            (id, times) -> {
              if (!accepted.contains(id)) {
                doubled.add(id + " is in Kafka and not in the database");
              } else if (times > 1) {
                doubled.add(id + " is in Kafka " + times + " times");
              }
            });
    return new Discord(lost, doubled);
  }

  private void read() {
    if (consumer.assignment().isEmpty()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(name, PATIENCE).stream()
              .map(partition -> new TopicPartition(name, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    }
    consumer.poll(GLANCE).forEach(this::note);
  }

  private void note(ConsumerRecord<String, byte[]> record) {
    if (header(record, "kind").equals(TRANSACTION)) {
      seen.merge(header(record, "id"), 1, Integer::sum);
    }
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header found = record.headers().lastHeader(name);
    return found == null ? "none" : new String(found.value(), StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    consumer.close(Duration.ZERO);
  }
}
