package egov.kiosk.bench.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A worker of the gateway as it is run: a process of its own. */
public final class GatewayProcess implements AutoCloseable {
  private static final long CONNECT_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Process process;
  private final PrintStream in;
  private final BufferedReader out;

  private GatewayProcess(Process process) {
    this.process = process;
    in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a worker and waits until it listens. */
  static GatewayProcess start(String name, String broker, Path pki, String store, int threads)
      throws IOException, InterruptedException {
    return start(name, broker, pki, store, threads, List.of());
  }

  /**
   * Starts a worker and waits until it listens.
   *
   * @param more further arguments, of its command line
   */
  public static GatewayProcess start(
      String name, String broker, Path pki, String store, int threads, List<String> more)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "java",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "egov.kiosk.gateway.Main",
                "--broker",
                broker,
                "--worker",
                name,
                "--pki",
                pki.toString(),
                "--store",
                store,
                "--threads",
                Integer.toString(threads)));
    command.addAll(more);
    GatewayProcess worker =
        new GatewayProcess(
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    String ready = worker.out.readLine();
    if (ready == null || !ready.startsWith("ready")) {
      throw new IOException("the gateway did not start");
    }
    long begun = System.nanoTime();
    while (!worker.connected()) {
      if (System.nanoTime() - begun > CONNECT_NANOS) {
        throw new IOException("the gateway does not reach the broker");
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return worker;
  }

  /** One of the worker's own figures. */
  public long figure(String name) throws IOException {
    String stats = stats();
    Matcher matcher = Pattern.compile("\\b" + name + "=([0-9]+)").matcher(stats);
    if (!matcher.find()) {
      throw new IOException("the gateway's stats lack " + name);
    }
    return Long.parseLong(matcher.group(1));
  }

  /** Whether it has a connection to the broker. */
  public boolean connected() throws IOException {
    return stats().contains(" connected=yes");
  }

  /** For reading what it costs. */
  public long pid() {
    return process.pid();
  }

  private String stats() throws IOException {
    return ask("stats");
  }

  /** The one line it answers to a command of its console. */
  public synchronized String ask(String command) throws IOException {
    in.println(command);
    String answer = out.readLine();
    if (answer == null) {
      throw new IOException("the gateway ended");
    }
    return answer;
  }

  @Override
  public void close() throws InterruptedException {
    in.close();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
