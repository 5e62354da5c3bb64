package egov.kiosk.bench.fleet;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import egov.kiosk.bench.sync.Province;
import egov.kiosk.contract.CanonicalFleetCodec;
import egov.kiosk.contract.ReportJson;
import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.envelope.Sm2OrderVerifier;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.UpChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One order to every kiosk: signed for each, retained at the broker, verified by the kiosk, which
 * answers that it is in force and says anew what it runs.
 */
final class WaveScenario {
  private static final long QUIET_SECONDS = 60;

  /** Looking into the books costs the database, which is measured. */
  private static final long LOOK_MILLIS = 1_000;

  private static final String SETTINGS =
      "{\"slots\":{\"version\":\"2.0.0\",\"window\":\"02:00-05:00\","
          + "\"targets\":\"b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9\"}}";

  private final Stage stage;
  private final DeviceCertificates certificates;
  private final TrustStore trust;
  private final Set<String> inForce = ConcurrentHashMap.newKeySet();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong again = new AtomicLong();
  private final AtomicLong wrong = new AtomicLong();

  WaveScenario(Stage stage, DeviceCertificates certificates) throws Exception {
    this.stage = stage;
    this.certificates = certificates;
    trust = stage.province().trust();
  }

  void run(Path work) throws Exception {
    Figures figures = stage.figures();
    Path settings = Files.writeString(work.resolve("wave.json"), SETTINGS);
    stage.fleet().listen(this::received);
    int kiosks = stage.fleet().size();
    try (Collector collector =
        new Collector(stage.broker(), certificates, "egov/1/+/state/shadow")) {
      Stage.Spent from = stage.spent();
      for (KioskLine line : stage.fleet().lines()) {
        String said = stage.gateway().ask("order configuration " + line.id() + " " + settings);
        if (!said.startsWith("ok")) {
          throw new IOException("the gateway orders nothing: " + said);
        }
      }
      double ordered = stage.spent().since(from).seconds();
      Until.reached(answered::get, 2L * kiosks, QUIET_SECONDS);
      Until.reached(
          () -> answers("SELECT count(*) FROM kiosk_answer"), kiosks, QUIET_SECONDS, LOOK_MILLIS);
      Stage.Spent spent = stage.spent().since(from);
      Until.reached(collector::received, kiosks, QUIET_SECONDS);
      figures.add("wave/ordered-in", ordered, "s");
      figures.add("wave/all-answered-in", spent.seconds(), "s");
      figures.cost("wave/gateway", spent.gateway(), kiosks, "kiosk");
      figures.cost("wave/broker", spent.broker(), kiosks, "kiosk");
      figures.cost("wave/database", spent.database(), kiosks, "kiosk");
      figures.require(inForce.size() == kiosks, inForce.size() + " kiosks got the order");
      figures.require(collector.received() == kiosks, collector.received() + " shadows arrived");
    }
    figures.require(
        answers("SELECT count(*) FROM kiosk_answer") == kiosks
            && answers("SELECT count(DISTINCT kiosk_id) FROM kiosk_answer") == kiosks,
        "the gateway's books have other answers than one a kiosk");
    Until.reached(
        () -> answers("SELECT count(*) FROM kiosk_order WHERE settled"),
        kiosks,
        QUIET_SECONDS,
        LOOK_MILLIS);
    figures.require(
        answers("SELECT count(*) FROM kiosk_order WHERE settled") == kiosks,
        "orders are outstanding that the broker has");
    figures.require(wrong.get() == 0, wrong + " orders were not believed");
    figures.require(again.get() == 0, again + " orders came twice");
  }

  private long answers(String query) {
    try {
      return Acceptances.number(stage.store(), query);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException("the gateway's books cannot be read", e);
    }
  }

  private void received(KioskLine line, String topic, byte[] payload) {
    if (!topic.equals(Topics.of(DownChannel.CONFIGURATION, line.id()))) {
      return;
    }
    try {
      Order order =
          new Sm2OrderVerifier(
                  line.id(), trust, Province.PLATFORM, new CanonicalFleetCodec(), Clock.systemUTC())
              .verify(payload);
      if (!(order instanceof Order.Configuration configuration)) {
        wrong.incrementAndGet();
      } else if (inForce.add(line.id())) {
        answer(line, configuration.version());
      } else {
        again.incrementAndGet();
      }
    } catch (ReceiptRefusedException e) {
      wrong.incrementAndGet();
    }
  }

  private void answer(KioskLine line, long version) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    byte[] event =
        ReportJson.write(
            "order",
            line.id(),
            now,
            Map.of(
                "details",
                Map.of("order", "configuration", "revision", version, "outcome", "in-force")));
    byte[] shadow =
        ReportJson.write(
            "shadow",
            line.id(),
            now,
            Map.of("slot", "b", "software", "2.0.0", "configuration", version));
    for (UpChannel channel : new UpChannel[] {UpChannel.EVENT, UpChannel.SHADOW}) {
      line.send(
              Topics.of(channel, line.id()),
              channel == UpChannel.EVENT ? event : shadow,
              MqttQos.AT_LEAST_ONCE,
              channel == UpChannel.SHADOW)
          .thenAccept(taken -> answered.addAndGet(taken ? 1 : 0));
    }
  }
}
