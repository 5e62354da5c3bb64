package egov.kiosk.bench.sync;

import egov.kiosk.bench.Medians;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Processor time of this process and of the broker while something is measured: on a machine that
 * others use as well it says more than the clock does.
 */
final class Spent {
  private final long broker;
  private final int messages;
  private final Medians micros = new Medians();

  /**
   * @param broker the broker's process
   * @param messages how many a round carries
   */
  Spent(long broker, int messages) {
    this.broker = broker;
    this.messages = messages;
  }

  /** One round. */
  double in(Callable<Double> round) throws Exception {
    Duration before = now();
    double rate = round.call();
    micros.add(now().minus(before).toNanos() / 1e3 / messages);
    return rate;
  }

  private Duration now() {
    return of(ProcessHandle.current().pid()).plus(of(broker));
  }

  private static Duration of(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  /** The middle round. */
  String line(String name) {
    return String.format(
        Locale.ROOT, "  %s: %.1f us of processor a message", name, micros.median());
  }
}
