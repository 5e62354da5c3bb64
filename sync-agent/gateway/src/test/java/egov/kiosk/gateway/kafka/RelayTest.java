package egov.kiosk.gateway.kafka;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.postgres.Database;
import egov.kiosk.gateway.postgres.Outbox;
import egov.kiosk.gateway.postgres.PostgresStore;
import egov.kiosk.gateway.store.Candidate;
import egov.kiosk.gateway.testing.GatewayLab;
import egov.kiosk.gateway.testing.KafkaReader;
import egov.kiosk.gateway.testing.KafkaServer;
import egov.kiosk.gateway.testing.Ledger;
import egov.kiosk.gateway.testing.PostgresCluster;
import egov.kiosk.gateway.testing.Servers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The relay ended at its worst moments, on real PostgreSQL and Kafka. */
@Timeout(90)
@ExtendWith(Servers.class)
class RelayTest {
  private String address;
  private KafkaServer kafka;
  private StreamSettings settings;
  private PostgresStore store;
  private final Set<String> ids = new HashSet<>();

  @BeforeEach
  void start(PostgresCluster cluster, KafkaServer stream) throws Exception {
    address = cluster.database();
    kafka = stream;
    settings = new StreamSettings(kafka.servers(), "relay-" + System.nanoTime());
    store = new PostgresStore(new Database(address, System::nanoTime));
  }

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void relay_endedInsideATransaction_isFencedAndNothingIsLostOrDoubled() throws Exception {
    take(20);
    Outbox outbox = outbox();
    assertTrue(outbox.lead());
    Stream dying = Stream.open(settings, outbox.store());
    dying.send(outbox.after(0, 15));
    outbox.close();
    try (Relay next = Relay.start(outbox(), settings)) {
      Ledger.assertPublished(kafka.servers(), settings.topic(), address, ids);
      assertThrows(KafkaException.class, dying::commit);
      assertEquals(20, next.published());
    }
    dying.close();
    Ledger.assertPublished(kafka.servers(), settings.topic(), address, ids);
  }

  @Test
  void relay_endedBetweenKafkaAndTheDatabase_doublesNothing() throws Exception {
    take(20);
    try (Outbox outbox = outbox()) {
      assertTrue(outbox.lead());
      try (Stream stream = Stream.open(settings, outbox.store())) {
        stream.publish(outbox.after(0, 12));
      }
    }
    try (Relay next = Relay.start(outbox(), settings)) {
      Ledger.assertPublished(kafka.servers(), settings.topic(), address, ids);
      assertEquals(8, next.published());
    }
  }

  @Test
  void twoRelays_oneLeads_theOtherTakesOver() throws Exception {
    Relay first = Relay.start(outbox(), settings);
    await().atMost(Duration.ofSeconds(30)).until(first::leading);
    try (Relay second = Relay.start(outbox(), settings)) {
      take(10);
      Ledger.assertPublished(kafka.servers(), settings.topic(), address, ids);
      assertEquals(10, first.published());
      first.close();
      take(10);
      await().atMost(Duration.ofSeconds(30)).until(second::leading);
      Ledger.assertPublished(kafka.servers(), settings.topic(), address, ids);
      assertEquals(10, second.published());
    }
  }

  @Test
  void database_setBack_stopsTheRelayInsteadOfLosingInSilence() throws Exception {
    take(5);
    try (Relay relay = Relay.start(outbox(), settings)) {
      Ledger.assertPublished(kafka.servers(), settings.topic(), address, ids);
    }
    try (Connection connection = PostgresCluster.connect(address);
        Statement sql = connection.createStatement()) {
      sql.execute("UPDATE gateway_counter SET sequence = 2, numbers = 99");
    }
    take(1);
    try (Relay relay = Relay.start(outbox(), settings)) {
      await()
          .pollDelay(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(10))
          .until(() -> !relay.leading());
      assertEquals(0, relay.published());
    }
    assertEquals(5, KafkaReader.committed(kafka.servers(), settings.topic()).size());
    assertEquals(1, store.totals().waiting());
  }

  private Outbox outbox() {
    return new Outbox(new Database(address, System::nanoTime));
  }

  private void take(int messages) throws Exception {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      TransactionId id = TransactionId.create(Instant.now());
      ids.add(id.value());
      candidates.add(
          new Candidate(
              id,
              i % 2 == 0 ? MessageKind.ITEM : MessageKind.RATING,
              i % 3 == 0 ? GatewayLab.A : GatewayLab.B,
              "QUERY-1",
              "0".repeat(64),
              new byte[] {1, 2, 3}));
    }
    store.accept(candidates, Instant.now());
  }
}
