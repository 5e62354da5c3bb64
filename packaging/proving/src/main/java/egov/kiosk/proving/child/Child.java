package egov.kiosk.proving.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process of ours. Every line it says is heard, also those said just before it was killed. It
 * ends by itself when its input ends, and so when this process dies.
 */
public final class Child implements AutoCloseable {
  private static final long LONGEST_END = 10;

  private final Process process;
  private final Writer orders;
  private final Thread listener;

  private Child(Process process, Consumer<String> heard) {
    this.process = process;
    orders = process.outputWriter(StandardCharsets.UTF_8);
    listener = new Thread(() -> listen(heard), "proving-child-" + process.pid());
    listener.setDaemon(true);
    listener.start();
  }

  /**
   * Starts a process.
   *
   * @param log where its standard error goes, appended
   * @param heard told every line of its standard output, on a thread of the child's own
   */
  public static Child start(
      List<String> command, Map<String, String> environment, Path log, Consumer<String> heard)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new Child(builder.start(), heard);
  }

  private void listen(Consumer<String> heard) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard.accept(line);
      }
    } catch (IOException e) {
      // Closed by close(): nobody wants to hear more.
    }
  }

  /** Says a line to it; a process that is gone hears nothing. */
  public synchronized void say(String line) {
    try {
      orders.write(line + "\n");
      orders.flush();
    } catch (IOException e) {
      // Whoever waits for its answer finds out that it is gone.
    }
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** SIGKILL, and everything it said before has been heard when this returns. */
  public void kill() throws InterruptedException {
    strike();
    end(LONGEST_END);
  }

  /**
   * By its handle: {@link Process#destroyForcibly} also closes our end of its output, and with it
   * whatever was said and not yet read.
   */
  private void strike() {
    process.toHandle().destroyForcibly();
  }

  /** The same for it and every process it started. */
  public void killAll() throws InterruptedException {
    List<ProcessHandle> offspring = process.descendants().toList();
    strike();
    offspring.forEach(ProcessHandle::destroyForcibly);
    end(LONGEST_END);
    for (ProcessHandle gone : offspring) {
      gone.onExit().orTimeout(LONGEST_END, TimeUnit.SECONDS).exceptionally(late -> gone).join();
    }
  }

  /** SIGTERM, and SIGKILL for it and every process it started when that takes too long. */
  public void stop(Duration patience) throws InterruptedException {
    process.toHandle().destroy();
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      killAll();
    }
    closeOrders();
  }

  /** Ends its input and waits; kills it when that takes too long. */
  public void end(Duration patience) throws InterruptedException {
    closeOrders();
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      strike();
    }
    end(LONGEST_END);
  }

  private void end(long seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new IllegalStateException("process " + process.pid() + " cannot be killed");
    }
    listener.join(TimeUnit.SECONDS.toMillis(seconds));
    closeOrders();
  }

  private void closeOrders() {
    try {
      orders.close();
    } catch (IOException e) {
      // It is gone, with what was not yet said to it.
    }
  }

  /** Kills it if it lives. */
  @Override
  public void close() {
    process.destroyForcibly();
    closeOrders();
  }
}
