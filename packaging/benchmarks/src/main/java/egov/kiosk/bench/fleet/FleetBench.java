package egov.kiosk.bench.fleet;

import egov.kiosk.bench.sync.GatewayProcess;
import egov.kiosk.bench.sync.Postgres;
import egov.kiosk.bench.sync.Province;
import egov.kiosk.bench.sync.SyncBench;
import egov.kiosk.uplinkmqtt.link.BackOff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the fleet; called by {@code packaging/bench fleet}. Exits with 1 when anything is lost. */
@Command(name = "bench fleet", mixinStandardHelpOptions = true)
public final class FleetBench implements Callable<Integer> {
  /** Files a process opens besides one a kiosk. */
  private static final int OTHER_FILES = 500;

  /** All ends of the lines are at one address: there are no more ports. */
  private static final int MOST_KIOSKS = 20_000;

  private static final int HANDS = 2;
  private static final double FLEET_CAP = BackOff.Limits.FLEET.cap().toSeconds();

  @Option(names = "--kiosks", defaultValue = "1000", description = "default: ${DEFAULT-VALUE}")
  private int kiosks;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      description = "how long nothing happens, at each of two paces; default: ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--each",
      defaultValue = "5",
      description = "transactions of a kiosk in each of three rounds; default: ${DEFAULT-VALUE}")
  private int each;

  @Option(
      names = "--cap",
      defaultValue = "20",
      description =
          "the longest pause between two tries to connect, in seconds; all other pauses shrink as"
              + " it does from the product's 120; default: ${DEFAULT-VALUE}")
  private double cap;

  @Option(names = "--only", split = ",", description = "some of storm, steady, transactions, wave")
  private List<String> only = List.of();

  private final Figures figures = new Figures();

  /** The command line. */
  public static void main(String[] arguments) {
    System.setProperty("logback.configurationFile", "bench-logback.xml");
    // The product's lines resume nothing either; a broker that was killed could not.
    System.setProperty("jdk.tls.client.enableSessionTicketExtension", "false");
    System.exit(new CommandLine(new FleetBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (kiosks < 1 || kiosks > MOST_KIOSKS || seconds < 1 || each < 1 || cap < 2 || cap > 120) {
      throw new IllegalArgumentException(
          "--kiosks is 1 to " + MOST_KIOSKS + ", --seconds and --each at least 1, --cap 2 to 120");
    }
    long files = ProcessCost.openFilesAllowed();
    if (files < kiosks + OTHER_FILES) {
      System.err.println(
          "bench: "
              + kiosks
              + " kiosks need "
              + (kiosks + OTHER_FILES)
              + " open files a process, and this shell allows "
              + files
              + ": raise it with ulimit -n, or simulate fewer");
      return 1;
    }
    Path work = Files.createTempDirectory("kiosk-bench-fleet");
    try {
      run(work);
    } finally {
      // Somebody may have tidied the temporary directory; the reason must not be hidden by that.
      if (Files.exists(work)) {
        SyncBench.delete(work);
      }
    }
    return figures.sound() ? 0 : 1;
  }

  private void run(Path work) throws Exception {
    List<String> ids =
        IntStream.rangeClosed(1, kiosks).mapToObj(i -> String.format("fleet-%06d", i)).toList();
    List<String> names = new ArrayList<>(ids);
    names.add(FleetBroker.GATEWAY);
    names.add(FleetBroker.COLLECTOR);
    say("makes " + names.size() + " certificates");
    DeviceCertificates certificates = new DeviceCertificates(work.resolve("line"));
    certificates.make(names);
    Province province = new Province(work.resolve("pki"));
    say("starts PostgreSQL, the broker and the gateway");
    try (Postgres postgres = Postgres.start();
        FleetBroker broker = new FleetBroker(work.resolve("broker"), certificates)) {
      Thread stop = new Thread(() -> stop(broker), "stop-broker");
      Runtime.getRuntime().addShutdownHook(stop);
      broker.start();
      String store = postgres.database("fleet");
      try (GatewayProcess gateway = gateway(work, broker, certificates, store);
          Fleet fleet = new Fleet(ids, broker.port(), certificates, pauses())) {
        scenarios(
            new Stage(fleet, broker, gateway, postgres, store, province, figures),
            certificates,
            work);
      }
    }
  }

  private void scenarios(Stage stage, DeviceCertificates certificates, Path work) throws Exception {
    figures.add("fleet/kiosks", kiosks, "kiosks");
    figures.add("fleet/processors", Runtime.getRuntime().availableProcessors(), "processors");
    load();
    ConnectScenario connect = new ConnectScenario(stage);
    connect.letOn();
    if (wanted("steady")) {
      SteadyScenario steady = new SteadyScenario(stage, certificates);
      steady.run("steady", seconds, 1);
      steady.run("steady-tenfold", seconds, 10);
    }
    if (wanted("storm")) {
      connect.storm(cap, 1.5 * cap);
      PaperStorm.run(figures);
    }
    if (wanted("transactions")) {
      TransactionScenario transactions = new TransactionScenario(stage);
      transactions.run("tx-first", each, true);
      transactions.run("tx-counter", each, true);
      transactions.run("tx-backlog", each, false);
      transactions.settle();
    }
    if (wanted("wave")) {
      new WaveScenario(stage, certificates).run(work);
    }
    load();
    figures.add(
        "fleet/broker-memory", ProcessCost.residentKib(stage.broker().pid()) / 1024.0, "MiB");
    figures.add(
        "fleet/gateway-memory", ProcessCost.residentKib(stage.gateway().pid()) / 1024.0, "MiB");
    figures.require(stage.fleet().up() == kiosks, "not every kiosk is connected at the end");
  }

  private static GatewayProcess gateway(
      Path work, FleetBroker broker, DeviceCertificates certificates, String store)
      throws Exception {
    return GatewayProcess.start(
        FleetBroker.GATEWAY,
        "ssl://127.0.0.1:" + broker.port(),
        work.resolve("pki"),
        store,
        HANDS,
        List.of(
            "--orders",
            store,
            "--security",
            "tls",
            "--trust",
            certificates.authority().toString(),
            "--certificate",
            certificates.certificate(FleetBroker.GATEWAY).toString(),
            "--key",
            certificates.key(FleetBroker.GATEWAY).toString()));
  }

  /** The product's, with every time shortened alike. */
  private BackOff.Limits pauses() {
    BackOff.Limits fleet = BackOff.Limits.FLEET;
    return new BackOff.Limits(
        shortened(fleet.base()),
        shortened(fleet.cap()),
        fleet.quickTries(),
        shortened(fleet.stable()));
  }

  private Duration shortened(Duration duration) {
    return Duration.ofMillis(Math.max(1, Math.round(duration.toMillis() * cap / FLEET_CAP)));
  }

  /** Others on the machine: figures in seconds and rates are worth what this says. */
  private void load() throws Exception {
    String[] load = Files.readString(Path.of("/proc/loadavg")).split(" ");
    figures.add("fleet/load-of-the-machine", Double.parseDouble(load[0]), "runnable");
  }

  private boolean wanted(String name) {
    if (!only.isEmpty() && !only.contains(name)) {
      return false;
    }
    say(name);
    return true;
  }

  private static void say(String what) {
    System.err.println("bench: " + what);
  }

  private static void stop(FleetBroker broker) {
    try {
      broker.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
