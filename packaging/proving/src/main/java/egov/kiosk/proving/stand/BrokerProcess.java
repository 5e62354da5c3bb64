package egov.kiosk.proving.stand;

import egov.kiosk.proving.child.Child;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A mosquitto of our own, on one port that it keeps through every restart. */
final class BrokerProcess implements AutoCloseable {
  private static final int TRIES = 500;
  private static final long PAUSE_MILLIS = 10;

  private final Path directory;
  private final int port;
  private Child child;

  /**
   * @param port on 127.0.0.1; below the range the kernel takes ports of outgoing connections from,
   *     so that nobody has it while the broker is down
   */
  BrokerProcess(Path directory, int port) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.port = port;
    Files.writeString(
        directory.resolve("mosquitto.conf"),
        """
        listener %d 127.0.0.1
        allow_anonymous true
        user %s
        persistence true
        persistence_location %s/
        autosave_interval 1
        max_queued_messages 100000
        log_type error
        """
            .formatted(port, System.getProperty("user.name"), directory));
  }

  int port() {
    return port;
  }

  void start() throws IOException, InterruptedException {
    // A broker does not mind the end of its input; so the kernel ends it when we are gone.
    List<String> command = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL"));
    command.addAll(List.of("mosquitto", "-c", directory.resolve("mosquitto.conf").toString()));
    for (int i = 0; i < TRIES; i++) {
      if (child == null || !child.alive()) {
        child = Child.start(command, Map.of(), directory.resolve("broker.log"), line -> {});
      }
      if (listens()) {
        return;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new IOException("mosquitto does not listen; see broker.log in " + directory);
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), (int) (TRIES * PAUSE_MILLIS));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  void kill() throws InterruptedException {
    child.kill();
  }

  @Override
  public void close() {
    if (child != null) {
      child.close();
    }
  }
}
