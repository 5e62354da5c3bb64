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
import egov.kiosk.gateway.testing.WorkerProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Workers as processes over real mosquitto, PostgreSQL and Kafka, killed while they work. */
@Timeout(180)
@ExtendWith(Servers.class)
class KilledWorkersTest {
  private static final String TOPIC = "killed";

  @TempDir Path directory;

  @Test
  void twoWorkers_killedInTurnWhileWorking_loseAndDoubleNothing(
      PostgresCluster cluster, KafkaServer kafka) throws Exception {
    GatewayLab lab = GatewayLab.at(directory);
    String store = cluster.database();
    try (Mosquitto broker = Mosquitto.start(directory.resolve("mosquitto"));
        WorkerProcess steady = worker(lab, broker, "steady", store, kafka)) {
      WorkerProcess victim = worker(lab, broker, "victim", store, kafka);
      await().atMost(Duration.ofSeconds(30)).until(() -> steady.connected() && victim.connected());
      try (Fleet fleet = Fleet.connect(lab, broker.port(), 4).prepare(lab, 180)) {
        fleet.send(60);
        await().atMost(Duration.ofSeconds(30)).until(() -> fleet.settled() > 40);
        fleet.send(60);
        victim.kill();
        try (WorkerProcess second = worker(lab, broker, "victim", store, kafka)) {
          await().atMost(Duration.ofSeconds(30)).until(second::connected);
          fleet.send(60);
          await().atMost(Duration.ofSeconds(30)).until(() -> fleet.settled() > 400);
          steady.kill();
          fleet.awaitSettled();
          Ledger.assertTaken(store, fleet.ids());
          Ledger.assertPublished(kafka.servers(), TOPIC, store, fleet.ids());
          assertEquals(720, second.stat("accepted"));
          assertTrue(second.stat("cpu-ms") > 0);
          assertEquals(0, second.end());
        }
      }
    }
  }

  private WorkerProcess worker(
      GatewayLab lab, Mosquitto broker, String name, String store, KafkaServer kafka)
      throws Exception {
    return WorkerProcess.start(
        directory, lab, broker.port(), name, store, "--kafka", kafka.servers(), "--topic", TOPIC);
  }
}
