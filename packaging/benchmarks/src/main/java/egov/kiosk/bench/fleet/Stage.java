package egov.kiosk.bench.fleet;

import egov.kiosk.bench.sync.GatewayProcess;
import egov.kiosk.bench.sync.Postgres;
import egov.kiosk.bench.sync.Province;
import java.io.IOException;

/**
 * Everything that stands while it is measured.
 *
 * @param store what the gateway's {@code --store} says
 */
record Stage(
    Fleet fleet,
    FleetBroker broker,
    GatewayProcess gateway,
    Postgres postgres,
    String store,
    Province province,
    Figures figures) {

  /**
   * What each process has spent so far, in processor seconds, and when.
   *
   * @param nanos by the nanosecond clock
   */
  record Spent(double broker, double gateway, double database, double simulator, long nanos) {
    Spent since(Spent before) {
      return new Spent(
          broker - before.broker,
          gateway - before.gateway,
          database - before.database,
          simulator - before.simulator,
          nanos - before.nanos);
    }

    double seconds() {
      return nanos / 1e9;
    }
  }

  Spent spent() throws IOException {
    return new Spent(
        ProcessCost.cpuSeconds(broker.pid()),
        ProcessCost.cpuSeconds(gateway.pid()),
        ProcessCost.cpuSecondsOfTree(postgres.pid()),
        ProcessCost.cpuSeconds(ProcessHandle.current().pid()),
        System.nanoTime());
  }
}
