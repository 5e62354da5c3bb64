package egov.kiosk.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.gateway.testing.ChildProcess;
import egov.kiosk.gateway.testing.Fleet;
import egov.kiosk.gateway.testing.GatewayLab;
import egov.kiosk.gateway.testing.Mosquitto;
import egov.kiosk.gateway.testing.PostgresCluster;
import egov.kiosk.gateway.testing.Servers;
import egov.kiosk.gateway.testing.StubKiosk;
import egov.kiosk.gateway.testing.WorkerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A worker as its own process, driven by lines. */
@Timeout(60)
class MainTest {
  @TempDir Path directory;

  @Test
  void worker_withTheEmbeddedStore_doesAsItIsTold() throws Exception {
    GatewayLab lab = GatewayLab.at(directory);
    Path store = directory.resolve("store");
    try (Mosquitto broker = Mosquitto.start(directory.resolve("mosquitto"));
        WorkerProcess worker =
            WorkerProcess.start(directory, lab, broker.port(), "one", store.toString());
        StubKiosk kiosk = StubKiosk.connect(lab, GatewayLab.A, broker.port())) {
      await().atMost(Duration.ofSeconds(20)).until(() -> worker.connected() && kiosk.connected());
      SignedEnvelope envelope = kiosk.offer("hello");
      await().atMost(Duration.ofSeconds(20)).until(() -> kiosk.pending() == 0);
      kiosk.send(envelope);
      await().until(() -> worker.stat("duplicates") == 1);
      assertEquals(1, worker.stat("accepted"));
      String found = worker.ask("find " + envelope.id());
      assertTrue(found.matches("ok [0-9]{14} /.+\\.p7m"), found);
      assertEquals("error unknown", worker.ask("find ../../etc/passwd"));
      assertEquals("error command", worker.ask("nonsense"));
      assertEquals(0, worker.end());
    }
  }

  @Test
  @ExtendWith(Servers.class)
  void twoWorkers_onABrokerWithoutSharedSubscriptions_eachTakeTheirPart(PostgresCluster cluster)
      throws Exception {
    GatewayLab lab = GatewayLab.at(directory);
    String store = cluster.database();
    Path list = directory.resolve("kiosks");
    try (Mosquitto broker = Mosquitto.start(directory.resolve("mosquitto"));
        Fleet fleet = Fleet.connect(lab, broker.port(), 6).prepare(lab, 5)) {
      Files.write(list, fleet.kiosks().stream().map(StubKiosk::id).toList());
      try (WorkerProcess one = part(lab, broker, store, list, 1);
          WorkerProcess two = part(lab, broker, store, list, 2)) {
        await().atMost(Duration.ofSeconds(30)).until(() -> one.connected() && two.connected());
        fleet.send(5);
        await().atMost(Duration.ofSeconds(30)).until(() -> fleet.settled() == 30);
        assertEquals(30, one.stat("accepted"));
        assertEquals(30, one.stat("taken") + two.stat("taken"));
        assertTrue(one.stat("taken") > 0 && two.stat("taken") > 0);
        assertEquals(0, one.stat("duplicates") + two.stat("duplicates"));
      }
    }
  }

  @Test
  void wrongArguments_areSaid() throws Exception {
    Path log = directory.resolve("log");
    try (ChildProcess worker =
        ChildProcess.java(log, "64m", "egov.kiosk.gateway.Main", List.of("--broker", "x"))) {
      assertEquals(1, worker.end());
    }
    assertTrue(Files.readString(log).contains("--"), () -> "it says which");
  }

  @Test
  void laboratoryBooks_inProduction_refusedWithReason() throws Exception {
    for (List<String> mode : List.of(List.<String>of(), List.of("--mode", "production"))) {
      Path log = directory.resolve("log" + mode.size());
      List<String> words = new ArrayList<>(List.of("--laboratory-books", "books", "--broker", "x"));
      words.addAll(mode);
      try (ChildProcess worker = ChildProcess.java(log, "64m", "egov.kiosk.gateway.Main", words)) {
        assertEquals(1, worker.end());
      }
      assertTrue(Files.readString(log).contains("--mode laboratory"), () -> "it says why");
    }
  }

  private WorkerProcess part(GatewayLab lab, Mosquitto broker, String store, Path list, int worker)
      throws Exception {
    return WorkerProcess.start(
        directory,
        lab,
        broker.port(),
        "part-" + worker,
        store,
        "--partition",
        worker + "/2",
        "--kiosks",
        list.toString());
  }
}
