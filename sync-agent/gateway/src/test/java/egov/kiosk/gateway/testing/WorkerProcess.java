package egov.kiosk.gateway.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A worker as its own JVM. */
public final class WorkerProcess implements AutoCloseable {
  private final ChildProcess process;

  private WorkerProcess(ChildProcess process) {
    this.process = process;
  }

  public static WorkerProcess start(
      Path directory, GatewayLab lab, int port, String name, String store, String... more)
      throws IOException {
    return start(directory, lab, "tcp://127.0.0.1:" + port, name, store, more);
  }

  public static WorkerProcess start(
      Path directory, GatewayLab lab, String broker, String name, String store, String... more)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--broker",
                broker,
                "--worker",
                name,
                "--pki",
                lab.pki().toString(),
                "--store",
                store));
    arguments.addAll(List.of(more));
    WorkerProcess worker =
        new WorkerProcess(
            ChildProcess.java(
                directory.resolve(name + ".log"), "256m", "egov.kiosk.gateway.Main", arguments));
    String ready = worker.process.line();
    if (!ready.equals("ready worker=" + name)) {
      throw new IOException("unexpected: " + ready);
    }
    return worker;
  }

  /** One count of its {@code stats}. */
  public long stat(String name) {
    return Long.parseLong(word(name));
  }

  public String word(String name) {
    String answer = ask("stats");
    for (String word : answer.split(" ")) {
      if (word.startsWith(name + "=")) {
        return word.substring(name.length() + 1);
      }
    }
    return "-1";
  }

  public String ask(String command) {
    try {
      return process.ask(command);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public boolean connected() {
    return word("connected").equals("yes");
  }

  public Path log() {
    return process.log();
  }

  /** kill -9. */
  public void kill() {
    process.kill();
  }

  /** Ends its input; exit code. */
  public int end() {
    return process.end();
  }

  @Override
  public void close() {
    process.kill();
  }
}
