package egov.kiosk.bench.fleet;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import egov.kiosk.contract.ReportJson;
import egov.kiosk.contract.Topics;
import egov.kiosk.domain.fleet.UpChannel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Nothing happens: each kiosk asks for a sign of life when its line has been silent, and tells its
 * measurements.
 */
final class SteadyScenario {
  /** {@code Timing.FLEET}: silence of so long is probed. */
  private static final double PROBE_SECONDS = 12;

  /** The metatype's default. */
  private static final double DIGEST_SECONDS = 300;

  private static final int GAUGES = 28;
  private static final long QUIET_SECONDS = 60;

  private final Stage stage;
  private final DeviceCertificates certificates;

  SteadyScenario(Stage stage, DeviceCertificates certificates) {
    this.stage = stage;
    this.certificates = certificates;
  }

  /**
   * Lets time pass.
   *
   * @param pace how many times faster than a fleet the kiosks talk; 1 is the product
   */
  void run(String name, long seconds, double pace) throws Exception {
    AtomicLong probes = new AtomicLong();
    AtomicLong answered = new AtomicLong();
    AtomicLong digests = new AtomicLong();
    Figures figures = stage.figures();
    try (Collector collector = new Collector(stage.broker(), certificates, "egov/1/+/up/met")) {
      Stage.Spent from = stage.spent();
      List<Future<?>> beats = new ArrayList<>();
      SplittableRandom random = new SplittableRandom(7);
      for (KioskLine line : stage.fleet().lines()) {
        String probe = Topics.of(Topics.PROBE, line.id());
        beats.add(
            every(
                PROBE_SECONDS / pace,
                random.nextDouble(),
                () -> {
                  probes.incrementAndGet();
                  line.send(probe, new byte[0], MqttQos.AT_LEAST_ONCE, false)
                      .thenAccept(taken -> answered.addAndGet(taken ? 1 : 0));
                }));
        String met = Topics.of(UpChannel.METRICS, line.id());
        byte[] digest = digest(line.id());
        beats.add(
            every(
                DIGEST_SECONDS / pace,
                random.nextDouble(),
                () -> {
                  digests.incrementAndGet();
                  line.send(met, digest, MqttQos.AT_MOST_ONCE, false);
                }));
      }
      TimeUnit.SECONDS.sleep(seconds);
      Stage.Spent spent = stage.spent().since(from);
      beats.forEach(beat -> beat.cancel(false));
      int kiosks = stage.fleet().size();
      long messages = probes.get() + digests.get();
      figures.add(name + "/messages", messages / spent.seconds(), "messages/s");
      figures.add(name + "/broker-share", 100 * spent.broker() / spent.seconds(), "%-of-a-core");
      figures.cost(name + "/broker", spent.broker(), messages, "message");
      figures.add(
          name + "/broker-kiosks-per-core",
          spent.broker() > 0 ? kiosks * spent.seconds() / spent.broker() : 0,
          "kiosks/core");
      Until.reached(answered::get, probes.get(), QUIET_SECONDS);
      Until.reached(collector::received, digests.get(), QUIET_SECONDS);
      figures.require(
          answered.get() == probes.get(),
          answered + " of " + probes + " signs of life were answered");
      figures.require(
          collector.received() == digests.get(),
          collector.received() + " of " + digests + " digests arrived");
      figures.require(
          stage.fleet().up() == kiosks, "kiosks lost their line while nothing happened");
    }
  }

  private Future<?> every(double seconds, double first, Runnable what) {
    long period = Math.round(seconds * 1e9);
    return stage
        .fleet()
        .timer()
        .scheduleAtFixedRate(what, Math.round(first * period), period, TimeUnit.NANOSECONDS);
  }

  /** Of a usual digest's size. */
  private static byte[] digest(String id) {
    Map<String, Object> values = new TreeMap<>();
    for (int i = 0; i < GAUGES; i++) {
      values.put("kiosk_sample_gauge_number_" + i, 1000 + i);
    }
    return ReportJson.write(
        "metrics",
        id,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        Map.of("seconds", 300, "values", values));
  }
}
