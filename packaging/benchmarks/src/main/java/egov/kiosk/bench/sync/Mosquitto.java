package egov.kiosk.bench.sync;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's mosquitto on a loopback port. */
public final class Mosquitto implements AutoCloseable {
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Process process;
  private final int port;

  private Mosquitto(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** On a free port; everybody may do everything, nothing is kept. */
  static Mosquitto start(Path work) throws IOException, InterruptedException {
    int port = freePort();
    return start(
        work,
        port,
        List.of(
            "listener " + port + " 127.0.0.1",
            "allow_anonymous true",
            "persistence false",
            "max_inflight_messages 1000",
            "max_queued_messages 0",
            "set_tcp_nodelay true",
            "log_dest none"));
  }

  /**
   * Waits until it answers.
   *
   * @param work where its configuration is written
   * @param port the port the configuration names
   */
  public static Mosquitto start(Path work, int port, List<String> configuration)
      throws IOException, InterruptedException {
    Path file = Files.createDirectories(work).resolve("mosquitto.conf");
    Files.write(file, configuration);
    Process process =
        new ProcessBuilder("mosquitto", "-c", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    long begun = System.nanoTime();
    while (!answers(port)) {
      if (!process.isAlive() || System.nanoTime() - begun > START_NANOS) {
        process.destroyForcibly();
        throw new IOException("mosquitto did not start; its configuration is " + file);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return new Mosquitto(process, port);
  }

  /** A port nobody listens on now. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** For reading what it costs. */
  public long pid() {
    return process.pid();
  }

  /** Ends it as a power cut does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  String uri() {
    return "tcp://127.0.0.1:" + port;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
