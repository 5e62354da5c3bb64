package egov.kiosk.gateway.testing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is in the end in PostgreSQL and in Kafka. */
public final class Ledger {
  private Ledger() {}

  /** Each message is in the table once, under its own number. */
  public static void assertTaken(String store, Set<String> ids) throws SQLException {
    List<String> taken = column(store, "SELECT id::text FROM accepted");
    assertEquals(ids.size(), taken.size(), "nothing lost, nothing doubled in PostgreSQL");
    assertEquals(ids, new HashSet<>(taken));
    List<String> numbers = column(store, "SELECT acceptance_number FROM accepted");
    assertEquals(ids.size(), new HashSet<>(numbers).size(), "every number given once");
  }

  /** Each message is committed in Kafka once, a kiosk's in the order they were taken. */
  public static void assertPublished(String servers, String topic, String store, Set<String> ids)
      throws SQLException {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> column(store, "SELECT id::text FROM outbox").isEmpty());
    List<String> published = new ArrayList<>();
    Map<String, Long> places = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : KafkaReader.committed(servers, topic)) {
      published.add(KafkaReader.header(record, "id"));
      long place = Long.parseLong(KafkaReader.header(record, "place"));
      Long before = places.put(record.key(), place);
      assertTrue(before == null || before < place, "a kiosk's messages stay in order");
    }
    assertEquals(ids.size(), published.size(), "nothing lost, nothing doubled in Kafka");
    assertEquals(ids, new HashSet<>(published));
  }

  public static List<String> column(String store, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = PostgresCluster.connect(store);
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      while (row.next()) {
        values.add(row.getString(1));
      }
    }
    return values;
  }
}
