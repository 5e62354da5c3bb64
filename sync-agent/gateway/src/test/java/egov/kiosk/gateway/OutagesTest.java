package egov.kiosk.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.gateway.testing.Fleet;
import egov.kiosk.gateway.testing.GatewayLab;
import egov.kiosk.gateway.testing.KafkaServer;
import egov.kiosk.gateway.testing.Ledger;
import egov.kiosk.gateway.testing.Mosquitto;
import egov.kiosk.gateway.testing.PostgresCluster;
import egov.kiosk.gateway.testing.Servers;
import egov.kiosk.gateway.testing.StubKiosk;
import egov.kiosk.gateway.testing.WorkerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One worker, and everything around it goes away for a while. */
@Timeout(120)
@ExtendWith(Servers.class)
class OutagesTest {
  @TempDir Path directory;

  private PostgresCluster cluster;
  private KafkaServer kafka;
  private String store;
  private Mosquitto broker;
  private WorkerProcess worker;
  private GatewayLab lab;
  private Fleet fleet;

  @BeforeEach
  void start(PostgresCluster postgres, KafkaServer stream) throws Exception {
    cluster = postgres;
    kafka = stream;
    store = cluster.database();
    lab = GatewayLab.at(directory);
    broker = Mosquitto.start(directory.resolve("mosquitto"));
    worker =
        WorkerProcess.start(
            directory,
            lab,
            broker.port(),
            "worker",
            store,
            "--kafka",
            kafka.servers(),
            "--topic",
            topic());
    fleet = Fleet.connect(lab, broker.port(), 2).prepare(lab, 60);
    await().atMost(Duration.ofSeconds(30)).until(worker::connected);
  }

  @AfterEach
  void stop() {
    fleet.close();
    worker.close();
    broker.close();
  }

  @Test
  void postgres_goneAndBack_nothingIsAnsweredMeanwhile_thenEverything() throws Exception {
    fleet.send(10);
    fleet.awaitSettled();
    cluster.stop();
    fleet.send(20);
    assertTrue(worker.ask("stats").startsWith("error the database"), "it says so");
    assertEquals(20, fleet.settled());
    cluster.restart();
    fleet.awaitSettled();
    Ledger.assertTaken(store, fleet.ids());
    Ledger.assertPublished(kafka.servers(), topic(), store, fleet.ids());
  }

  @Test
  void kafka_goneAndBack_receiptsGoOnAndTheOutboxGrows_thenCatchesUp() throws Exception {
    fleet.send(10);
    fleet.awaitSettled();
    await().atMost(Duration.ofSeconds(40)).until(() -> worker.stat("waiting") == 0);
    kafka.kill();
    try {
      fleet.send(50);
      fleet.awaitSettled();
      assertTrue(worker.stat("waiting") > 0);
    } finally {
      kafka.start();
    }
    Ledger.assertTaken(store, fleet.ids());
    Ledger.assertPublished(kafka.servers(), topic(), store, fleet.ids());
    assertEquals(0, worker.stat("waiting"));
  }

  @Test
  void broker_killedAndBack_everythingArrivesOnce() throws Exception {
    fleet.send(20);
    broker.kill();
    broker.start();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> worker.connected() && fleet.kiosks().stream().allMatch(StubKiosk::connected));
    fleet.send(20);
    fleet.awaitSettled();
    Ledger.assertTaken(store, fleet.ids());
  }

  @Test
  void anyBytesOnTheTopic_disturbNobody() throws Exception {
    StubKiosk kiosk = fleet.kiosks().get(0);
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      byte[] noise = new byte[random.nextInt(3000)];
      random.nextBytes(noise);
      kiosk.publish("egov/1/" + kiosk.id() + "/up/tx/item", noise, "noise");
      kiosk.publish("egov/1/unknown/up/tx/item", noise, "noise");
      kiosk.publish("egov/1/" + kiosk.id() + "/up/tx/whatever/else", noise, "noise");
    }
    fleet.send(10);
    fleet.awaitSettled();
    await().until(() -> worker.stat("received") >= 620);
    assertEquals(600, worker.stat("refused"));
    Ledger.assertTaken(store, fleet.ids());
  }

  private String topic() {
    return "outages-" + store.substring(store.lastIndexOf('/') + 1, store.indexOf('?'));
  }
}
