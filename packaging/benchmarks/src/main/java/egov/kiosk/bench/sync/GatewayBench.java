package egov.kiosk.bench.sync;

import egov.kiosk.bench.Medians;
import egov.kiosk.bench.Ratio;
import egov.kiosk.domain.envelope.SignedEnvelope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the gateway costs beyond its cryptography, and whether a second worker helps. */
final class GatewayBench implements AutoCloseable {
  private static final int WARM_UP = 4_000;

  /** The JVM compiles for some 20,000 messages; a gateway's day has millions. */
  private static final int SETTLED = 24_000;

  private static final int ROUNDS = 7;
  private static final int ROUND = 1_500;
  private static final int WINDOW = 200;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(120);

  private final Province province;
  private final Path work;
  private final Path pki;
  private final Postgres postgres;

  GatewayBench(Path work) throws Exception {
    this.work = work;
    pki = work.resolve("pki");
    province = new Province(pki);
    postgres = Postgres.start();
  }

  /**
   * Processor time a message, all of the process in kernel and user mode, over the bare one: open
   * and verify every message, and sign as many documents of receipts as the gateway did.
   */
  Ratio cpu() throws Exception {
    Medians ours = new Medians();
    Medians bare = new Medians();
    Medians ratios = new Medians();
    try (Mosquitto broker = Mosquitto.start(work.resolve("one"));
        GatewayProcess worker =
            GatewayProcess.start("worker-1", broker.uri(), pki, postgres.database("cpu"), 2);
        PahoPublisher kiosk = new PahoPublisher(broker.uri(), Province.KIOSK, WINDOW)) {
      List<SignedEnvelope> first = province.seal(SETTLED);
      take(kiosk, List.of(worker), first);
      province.bareCpuMillis(first, worker.figure("documents"));
      for (int i = 0; i < ROUNDS; i++) {
        List<SignedEnvelope> messages = province.seal(ROUND);
        long before = worker.figure("cpu-ms");
        long signed = worker.figure("documents");
        take(kiosk, List.of(worker), messages);
        double gateway = (worker.figure("cpu-ms") - before) / (double) ROUND;
        double least = province.bareCpuMillis(messages, worker.figure("documents") - signed);
        ours.add(gateway);
        bare.add(least);
        ratios.add(gateway / least);
      }
    }
    return Ratio.atMost(
        "gateway-cpu/bare-crypto",
        ratios.median(),
        1.5,
        ours.median(),
        bare.median(),
        "ms a message");
  }

  /** Two workers of one thread each against one such worker, each side with its own broker. */
  Ratio twoWorkers() throws Exception {
    Rounds rounds = new Rounds();
    String both = postgres.database("two");
    try (Mosquitto oneBroker = Mosquitto.start(work.resolve("alone"));
        Mosquitto twoBroker = Mosquitto.start(work.resolve("both"));
        GatewayProcess alone =
            GatewayProcess.start("worker-1", oneBroker.uri(), pki, postgres.database("one"), 1);
        GatewayProcess left = GatewayProcess.start("worker-2", twoBroker.uri(), pki, both, 1);
        GatewayProcess right = GatewayProcess.start("worker-3", twoBroker.uri(), pki, both, 1);
        PahoPublisher toOne = new PahoPublisher(oneBroker.uri(), Province.KIOSK, WINDOW);
        PahoPublisher toTwo = new PahoPublisher(twoBroker.uri(), Province.KIOSK, WINDOW)) {
      take(toOne, List.of(alone), province.seal(WARM_UP));
      take(toTwo, List.of(left, right), province.seal(2 * WARM_UP));
      for (int i = 0; i < ROUNDS; i++) {
        double two = take(toTwo, List.of(left, right), province.seal(ROUND));
        double one = take(toOne, List.of(alone), province.seal(ROUND));
        rounds.add(two, one);
      }
    }
    return rounds.atLeast("two-workers/one-worker", 1.8);
  }

  /** Messages a second, from the first one published until the last one is accepted. */
  private static double take(
      PahoPublisher kiosk, List<GatewayProcess> workers, List<SignedEnvelope> messages)
      throws Exception {
    long goal = taken(workers) + messages.size();
    long before = System.nanoTime();
    kiosk.rate(messages);
    while (taken(workers) < goal) {
      if (System.nanoTime() - before > LONGEST_NANOS) {
        throw new IOException("the gateway does not take what was sent");
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return messages.size() * 1e9 / (System.nanoTime() - before);
  }

  private static long taken(List<GatewayProcess> workers) throws IOException {
    long taken = 0;
    for (GatewayProcess worker : workers) {
      taken += worker.figure("taken");
    }
    return taken;
  }

  @Override
  public void close() throws Exception {
    postgres.close();
  }
}
