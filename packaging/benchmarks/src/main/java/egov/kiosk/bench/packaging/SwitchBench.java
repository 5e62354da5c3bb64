package egov.kiosk.bench.packaging;

import egov.kiosk.bench.Medians;
import egov.kiosk.bench.Ratio;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * How long citizens see no screen: from the order to stop until the screen is served again, when
 * the new version of an update is switched to, over a plain restart of the same program in the same
 * slots. Both with the boot helper in between, which looks at every byte; alternating.
 */
final class SwitchBench {
  private static final int WARM_UP = 1;
  private static final int ROUNDS = 5;

  private final SlotMachine machine;
  private final Path data;
  private final Path configuration;
  private final Path log;
  private Process process;

  SwitchBench(SlotMachine machine, Path work, Path configuration) {
    this.machine = machine;
    this.configuration = configuration;
    data = work.resolve("switch-data");
    log = work.resolve("switch.log");
  }

  Ratio run() throws IOException, InterruptedException {
    Medians plain = new Medians();
    Medians update = new Medians();
    machine.install(1);
    machine.helper("switch");
    machine.helper("prestart");
    machine.helper("commit");
    start();
    try {
      for (int i = 0; i < WARM_UP + ROUNDS; i++) {
        double restart = downtime();
        machine.install(i + 2);
        machine.request("BEGIN");
        double switched = downtime();
        if (!machine.state().contains("on trial: " + (i % 2 == 0 ? "b" : "a"))) {
          throw new IOException("the switch did not happen: " + machine.state());
        }
        machine.helper("commit");
        if (i >= WARM_UP) {
          plain.add(restart);
          update.add(switched);
        }
      }
    } finally {
      stop();
    }
    double ours = update.median();
    double theirs = plain.median();
    return Ratio.atMost("update-switch/plain-restart", ours / theirs, 1.5, ours, theirs, "ms");
  }

  private double downtime() throws IOException, InterruptedException {
    long before = System.nanoTime();
    stop();
    machine.helper("prestart");
    start();
    return (System.nanoTime() - before) / 1e6;
  }

  private void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private void start() throws IOException, InterruptedException {
    Path port = data.resolve("run/ui.port");
    Files.deleteIfExists(port);
    process =
        new ProcessBuilder(
                machine.current().resolve("bin/kiosk").toString(),
                "run",
                "--data",
                data.toString(),
                "--config",
                configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    while (!served(port)) {
      if (!process.isAlive()) {
        throw new IOException("the kiosk ended; see " + log);
      }
      TimeUnit.MILLISECONDS.sleep(3);
    }
  }

  private static boolean served(Path portFile) {
    try {
      String port = Files.readString(portFile);
      HttpURLConnection connection =
          (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
      return connection.getResponseCode() == 200
          && connection.getInputStream().readAllBytes().length > 0;
    } catch (IOException | NumberFormatException e) {
      return false;
    }
  }
}
