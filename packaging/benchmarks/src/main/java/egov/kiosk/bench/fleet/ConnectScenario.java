package egov.kiosk.bench.fleet;

import java.util.concurrent.TimeUnit;

/** All kiosks come on, and come back after the broker was killed. */
final class ConnectScenario {
  private static final long QUIET_SECONDS = 180;

  private final Stage stage;

  ConnectScenario(Stage stage) {
    this.stage = stage;
  }

  /** As fast as the broker takes them, some at a time. */
  void letOn() throws Exception {
    Figures figures = stage.figures();
    long before = ProcessCost.residentKib(stage.broker().pid());
    Stage.Spent from = stage.spent();
    stage.fleet().letOn();
    stage.fleet().awaitAll(QUIET_SECONDS);
    Stage.Spent spent = stage.spent().since(from);
    int kiosks = stage.fleet().size();
    figures.add("connect/rate", kiosks / spent.seconds(), "connects/s");
    figures.cost("connect/broker", spent.broker(), kiosks, "connect");
    figures.cost("connect/simulator", spent.simulator(), kiosks, "connect");
    long after = ProcessCost.residentKib(stage.broker().pid());
    figures.add("connect/broker-memory", (after - before) / (double) kiosks, "KiB/kiosk");
    System.err.println("bench: let on, " + stage.fleet().connects());
  }

  /**
   * Kills the broker, starts it again, and waits until all are back.
   *
   * @param capSeconds the longest pause between two tries
   * @param outageSeconds how long nobody listens
   */
  void storm(double capSeconds, double outageSeconds) throws Exception {
    Figures figures = stage.figures();
    Fleet fleet = stage.fleet();
    int kiosks = fleet.size();
    fleet.connects().reset();
    stage.broker().kill();
    TimeUnit.MILLISECONDS.sleep(Math.round(outageSeconds * 1000));
    figures.require(fleet.up() == 0, "kiosks are connected to a broker that is dead");
    long dead = fleet.connects().refused();
    stage.broker().start();
    Stage.Spent from = stage.spent();
    boolean back = Until.reached(fleet::up, kiosks, QUIET_SECONDS);
    Stage.Spent spent = stage.spent().since(from);
    Connects connects = fleet.connects();
    long handshakes = connects.good() + connects.wasted();
    System.err.println("bench: storm, " + connects);
    figures.require(back, "of " + kiosks + " kiosks only " + fleet.up() + " came back");
    figures.add("storm/cap", capSeconds, "s");
    figures.add("storm/outage", outageSeconds, "s");
    figures.add("storm/tries-at-the-dead", dead / (double) kiosks, "tries/kiosk");
    figures.add("storm/all-back", spent.seconds(), "s");
    figures.add("storm/all-back-over-cap", spent.seconds() / capSeconds, "ratio");
    figures.add("storm/peak", connects.peak(), "connects/s");
    figures.add("storm/peak-over-even", connects.peak() / (kiosks / capSeconds), "ratio");
    figures.add("storm/wasted", connects.wasted(), "handshakes");
    // The broker's process is new: all it spent, with its start, is the storm's.
    double broker = ProcessCost.cpuSeconds(stage.broker().pid());
    figures.cost("storm/broker", broker, handshakes, "connect");
    figures.cost("storm/simulator", spent.simulator(), handshakes, "connect");
    long gatewayWaits = System.nanoTime();
    while (!stage.gateway().connected()) {
      if (System.nanoTime() - gatewayWaits > TimeUnit.SECONDS.toNanos(QUIET_SECONDS)) {
        figures.require(false, "the gateway did not come back");
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
