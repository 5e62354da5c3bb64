package egov.kiosk.town;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One process of the town: an emulator, the platform. Says {@code ready key=value …} once it is,
 * then answers one line a command. Its log goes to a file.
 */
public final class TownProcess implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final String GONE = "\u0000gone";

  private final String name;
  private final Path log;
  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private Map<String, String> ready = Map.of();

  private TownProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts a process.
   *
   * @param name what it is called in messages
   * @param log where its standard error goes
   * @param command the command line
   */
  public static TownProcess start(String name, Path log, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    TownProcess started = new TownProcess(name, log, process);
    Thread reader = new Thread(started::readLines, "town-" + name);
    reader.setDaemon(true);
    reader.start();
    return started;
  }

  private void readLines() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = in.readLine()) != null) {
        lines.add(line);
      }
    } catch (IOException e) {
      // The process is gone; the line below says so to whoever waits.
    }
    lines.add(GONE);
  }

  /** Waits until it says it is ready. */
  public TownProcess awaitReady(Duration timeout) throws IOException, InterruptedException {
    String line = next(timeout);
    if (!line.equals("ready") && !line.startsWith("ready ")) {
      throw new IOException(name + " did not get ready, it said: " + line + "; see " + log);
    }
    Map<String, String> values = new HashMap<>();
    for (String word : line.split(" ")) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        values.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    ready = Map.copyOf(values);
    return this;
  }

  /** A value of the ready line. */
  public String ready(String key) {
    String value = ready.get(key);
    if (value == null) {
      throw new IllegalStateException(name + " did not say " + key + " when it got ready");
    }
    return value;
  }

  /**
   * Sends a command and waits for its answer.
   *
   * @return what follows {@code ok}, without blanks around it
   * @throws IOException when it answers {@code error}, or not at all
   */
  public synchronized String command(String command) throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).write(command + "\n");
    process.outputWriter(StandardCharsets.UTF_8).flush();
    try {
      String answer = next(ANSWER);
      if (!answer.equals("ok") && !answer.startsWith("ok ")) {
        throw new IOException(name + " refused '" + command + "': " + answer);
      }
      return answer.substring(2).strip();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + name, e);
    }
  }

  private String next(Duration timeout) throws IOException, InterruptedException {
    String line = lines.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
    if (line == null) {
      throw new IOException(name + " said nothing for " + timeout + "; see " + log);
    }
    if (line.equals(GONE)) {
      lines.add(GONE);
      throw new IOException(name + " ended; see " + log);
    }
    return line;
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it as a power cut would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it end by itself, and ends it when it does not. */
  @Override
  public void close() {
    try {
      process.outputWriter(StandardCharsets.UTF_8).close();
    } catch (IOException e) {
      // It is gone already.
    }
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** As {@link #command}, for callers that cannot go on without it. */
  public String must(String command) {
    try {
      return command(command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
