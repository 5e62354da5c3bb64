package egov.kiosk.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process of the test's own class path, spoken to line by line. */
public final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;
  private final Writer orders;

  private ChildProcess(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Starts a main class; its stderr is discarded. */
  public static ChildProcess start(
      String mainClass, Map<String, String> environment, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return new ChildProcess(builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** The next line of its stdout, null at the end. */
  public String line() throws IOException {
    return lines.readLine();
  }

  /** Gives an order and reads the one answer line. */
  public String ask(String order) throws IOException {
    orders.write(order + "\n");
    orders.flush();
    return line();
  }

  /** Ends its stdin and waits for the end of the process. */
  public int endInput() throws IOException, InterruptedException {
    orders.close();
    return exitCode();
  }

  /** Sends SIGTERM and waits. */
  public int terminate() throws InterruptedException {
    // The process's own destroy closes its input, too, and the end of the input is another end.
    process.toHandle().destroy();
    return exitCode();
  }

  /** Waits for the end of the process. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("process " + process.pid() + " does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
