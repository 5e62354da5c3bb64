package egov.kiosk.bench.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A worker of the gateway as it is run: a process of its own. */
final class GatewayProcess implements AutoCloseable {
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
    GatewayProcess worker =
        new GatewayProcess(
            new ProcessBuilder(
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
                        Integer.toString(threads)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    String ready = worker.out.readLine();
    if (ready == null || !ready.startsWith("ready")) {
      throw new IOException("the gateway did not start");
    }
    long begun = System.nanoTime();
    while (!worker.stats().contains(" connected=yes")) {
      if (System.nanoTime() - begun > CONNECT_NANOS) {
        throw new IOException("the gateway does not reach the broker");
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return worker;
  }

  /** One of the worker's own figures. */
  long figure(String name) throws IOException {
    String stats = stats();
    Matcher matcher = Pattern.compile("\\b" + name + "=([0-9]+)").matcher(stats);
    if (!matcher.find()) {
      throw new IOException("the gateway's stats lack " + name);
    }
    return Long.parseLong(matcher.group(1));
  }

  private synchronized String stats() throws IOException {
    in.println("stats");
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
