package egov.kiosk.gateway.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** mosquitto from Debian on a loopback port, its memory kept over restarts. */
public final class Mosquitto implements AutoCloseable {
  private static final String BINARY = "/usr/sbin/mosquitto";

  private final Path directory;
  private final int port;
  private ChildProcess process;

  private Mosquitto(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  public static Mosquitto start(Path directory) throws IOException {
    if (!Files.isExecutable(Path.of(BINARY))) {
      throw new IOException("needs the Debian package mosquitto");
    }
    Files.createDirectories(directory);
    Mosquitto broker = new Mosquitto(directory, ChildProcess.freePort());
    Files.writeString(
        directory.resolve("mosquitto.conf"),
        "listener "
            + broker.port
            + " 127.0.0.1\nallow_anonymous true\npersistence true\npersistence_location "
            + directory
            + "/\n"
            + "max_inflight_messages 1000\nmax_queued_messages 100000\nuser "
            + System.getProperty("user.name")
            + "\n");
    broker.start();
    return broker;
  }

  public void start() throws IOException {
    process =
        ChildProcess.start(
            directory.resolve("log"),
            List.of(BINARY, "-c", directory.resolve("mosquitto.conf").toString()));
    process.awaitPort(port, Duration.ofSeconds(20));
  }

  public void kill() {
    process.kill();
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.close();
  }
}
