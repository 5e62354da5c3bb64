package egov.kiosk.gateway.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of a test, driven by lines; what it says on standard error goes to a file. */
public final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final Path log;
  private final BufferedReader answers;
  private final PrintStream commands;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    answers = process.inputReader(StandardCharsets.UTF_8);
    commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  public static ChildProcess start(Path log, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new ChildProcess(builder.start(), log);
  }

  /** A Java process on this test's own class path. */
  public static ChildProcess java(Path log, String heap, String main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(List.of("-Xmx" + heap, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    return start(log, command);
  }

  /** Runs a command to its end. */
  public static void run(Path log, List<String> command) throws IOException {
    ChildProcess child = start(log, command);
    try {
      if (child.process.waitFor(90, TimeUnit.SECONDS) && child.process.exitValue() == 0) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      child.kill();
    }
    throw new IOException(command + " failed: " + Files.readString(log));
  }

  public static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return probe.getLocalPort();
    }
  }

  /** Waits until something listens. */
  public void awaitPort(int port, Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try (Socket probe = new Socket()) {
        probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
        return;
      } catch (IOException e) {
        pause();
      }
    }
    throw new IOException("nothing listens on port " + port + ": " + Files.readString(log));
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  public String ask(String command) throws IOException {
    commands.println(command);
    return line();
  }

  public String line() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the process ended: " + Files.readString(log));
    }
    return line;
  }

  public boolean alive() {
    return process.isAlive();
  }

  public Path log() {
    return log;
  }

  /** kill -9. */
  public void kill() {
    process.destroyForcibly();
    await(10);
  }

  /** Ends its input and waits for the end; exit code. */
  public int end() {
    commands.close();
    await(20);
    return process.exitValue();
  }

  /** SIGTERM. */
  @Override
  public void close() {
    process.destroy();
    if (!await(20)) {
      kill();
    }
  }

  private boolean await(int seconds) {
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
