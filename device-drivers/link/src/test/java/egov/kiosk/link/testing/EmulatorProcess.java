package egov.kiosk.link.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One emulator as an operating system process of its own, started from the test's class path. It
 * ends with its input, so a test that dies leaves nothing running.
 */
public final class EmulatorProcess implements AutoCloseable {
  private final Process process;
  private final PrintStream orders;
  private final BufferedReader answers;
  private final String ready;

  private EmulatorProcess(Process process) throws IOException {
    this.process = process;
    this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = answers.readLine();
    if (line == null || !line.startsWith("ready")) {
      process.destroyForcibly();
      throw new IOException("the emulator did not start, it said: " + line);
    }
    this.ready = line;
  }

  /**
   * Starts an emulator, e.g. {@code start("reader", "--link", path)}, and waits until it is ready.
   */
  public static EmulatorProcess start(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It lives for seconds: a start is most of what it computes.
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("egov.kiosk.emulator.Main");
    command.addAll(List.of(arguments));
    try {
      return new EmulatorProcess(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A value of the ready line, e.g. {@code port}. */
  public String ready(String key) {
    for (String word : ready.split(" ")) {
      if (word.startsWith(key + "=")) {
        return word.substring(key.length() + 1);
      }
    }
    throw new AssertionError("the ready line has no " + key + ": " + ready);
  }

  /** Gives an order and returns what the emulator says after {@code ok}. */
  public synchronized String order(String line) {
    orders.println(line);
    try {
      String answer = answers.readLine();
      if (answer == null || !answer.startsWith("ok")) {
        throw new AssertionError("order '" + line + "' was answered: " + answer);
      }
      return answer.substring(2).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it without any farewell, as a pulled cable does. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() {
    orders.close();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the emulator does not end with its input");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
