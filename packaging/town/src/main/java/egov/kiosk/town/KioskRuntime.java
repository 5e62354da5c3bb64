package egov.kiosk.town;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * The kiosk runtime as its own process, started by its own command, on a tether: a town that was
 * killed leaves no kiosk behind that serves nobody and holds its port.
 */
public final class KioskRuntime implements AutoCloseable {
  private final Process process;
  private final Path run;
  private final Path log;
  private final long startedNanos = System.nanoTime();
  private KioskClient client;
  private Duration startTime = Duration.ZERO;

  private KioskRuntime(Process process, Path run, Path log) {
    this.process = process;
    this.run = run;
    this.log = log;
  }

  /**
   * Starts {@code bin/kiosk run}.
   *
   * @param tree the runtime's tree
   * @param data its data directory
   * @param configuration its configuration file
   * @param log where its standard error goes
   * @param environment added to its environment
   */
  public static KioskRuntime start(
      Path tree, Path data, Path configuration, Path log, Map<String, String> environment)
      throws IOException {
    Path run = data.resolve("run");
    Files.deleteIfExists(run.resolve("ui.port"));
    ProcessBuilder builder =
        new ProcessBuilder(
                Tether.to(
                    List.of(
                        tree.resolve("bin/kiosk").toString(),
                        "run",
                        "--data",
                        data.toString(),
                        "--config",
                        configuration.toString())))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return new KioskRuntime(builder.start(), run, log);
  }

  /** Waits until the desk is open. */
  public void awaitReady(Duration timeout) throws IOException, InterruptedException {
    await(timeout, true);
  }

  /**
   * Waits until pages are served.
   *
   * @param desk whether for an open desk, too, which a machine that is not enrolled has not
   */
  void await(Duration timeout, boolean desk) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      if (!process.isAlive()) {
        throw new IOException("the kiosk ended with code " + process.exitValue() + "; see " + log);
      }
      if (client == null && Files.exists(run.resolve("ui.port"))) {
        String port = Files.readString(run.resolve("ui.port")).strip();
        if (!port.isEmpty()) {
          client = new KioskClient(Integer.parseInt(port), run.resolve("ui.token"));
        }
      }
      if (client != null && (desk ? client.isReady() : client.answers())) {
        startTime = Duration.ofNanos(System.nanoTime() - startedNanos);
        return;
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("the kiosk did not open within " + timeout + "; see " + log);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** From starting the process to an open desk. */
  public Duration startTime() {
    return startTime;
  }

  public KioskClient client() {
    return client;
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** How it ended by itself, as systemd would see it; empty while it still runs after this time. */
  public OptionalInt ended(Duration timeout) throws InterruptedException {
    return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  /** Kills it as a power cut would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    letGo();
  }

  /** What holds the tether ends with it. */
  private void letGo() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It is gone already.
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    letGo();
  }
}
