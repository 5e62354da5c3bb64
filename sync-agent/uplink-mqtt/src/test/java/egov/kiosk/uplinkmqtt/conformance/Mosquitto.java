package egov.kiosk.uplinkmqtt.conformance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's mosquitto as a process of its own, on this machine only and thrown away afterwards. */
public final class Mosquitto implements BrokerUnderTest {
  private static final String PROGRAM = "/usr/sbin/mosquitto";
  private static final int TRIES = 100;

  private final Path directory;
  private final int port;
  private Process process;

  private Mosquitto(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  /**
   * @param directory an empty one
   * @param users who may log in
   * @param more lines of configuration
   */
  public static Mosquitto start(Path directory, List<String> users, String... more)
      throws IOException {
    if (!Files.isExecutable(Path.of(PROGRAM))) {
      throw new IOException("there is no " + PROGRAM + "; run apt-get install mosquitto");
    }
    Mosquitto broker = new Mosquitto(directory, freePort());
    broker.configure(users, List.of(more));
    broker.run();
    return broker;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Path passwordFile(String user) {
    return directory.resolve(user + ".password");
  }

  @Override
  public void restart() throws IOException {
    close();
    run();
  }

  /** The end without a word, as when the machine dies. */
  public void kill() {
    process.destroyForcibly();
    ended();
  }

  /** Begins again after {@link #kill}. */
  public void run() throws IOException {
    process =
        new ProcessBuilder(PROGRAM, "-c", directory.resolve("mosquitto.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("broker.log").toFile()))
            .start();
    for (int i = 0; i < TRIES; i++) {
      try (Socket probe = new Socket()) {
        probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException e) {
        pause();
      }
      if (!process.isAlive()) {
        break;
      }
    }
    throw new IOException("mosquitto does not start: " + log());
  }

  /** What it logged. */
  public String log() throws IOException {
    return Files.readString(directory.resolve("broker.log"));
  }

  @Override
  public void close() {
    process.destroy();
    ended();
  }

  private void ended() {
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void configure(List<String> users, List<String> more) throws IOException {
    StringBuilder logins = new StringBuilder();
    for (String user : users) {
      Path file = passwordFile(user);
      Files.writeString(file, "pw-" + user);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      logins.append(user).append(":pw-").append(user).append('\n');
    }
    Path passwords = Files.writeString(directory.resolve("passwords"), logins);
    hash(passwords);
    Path access =
        Files.writeString(
            directory.resolve("acl"),
            """
            pattern write egov/1/%u/up/#
            pattern write egov/1/%u/state/#
            pattern read egov/1/%u/down/#
            pattern read egov/1/%u/desired/#
            user platform
            topic readwrite egov/1/#
            """);
    List<String> lines = new ArrayList<>();
    lines.add("listener " + port + " 127.0.0.1");
    lines.add("allow_anonymous false");
    lines.add("password_file " + passwords);
    lines.add("acl_file " + access);
    lines.add("persistence true");
    lines.add("persistence_location " + directory + "/");
    lines.add("use_username_as_clientid true");
    lines.add("user root");
    lines.add("log_dest stdout");
    lines.addAll(more);
    Files.write(directory.resolve("mosquitto.conf"), lines);
  }

  private static void hash(Path passwords) throws IOException {
    Process hashing =
        new ProcessBuilder("mosquitto_passwd", "-U", passwords.toString())
            .redirectErrorStream(true)
            .start();
    try {
      if (hashing.waitFor() != 0) {
        throw new IOException("mosquitto_passwd fails on " + passwords);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress("127.0.0.1", 0));
      return probe.getLocalPort();
    }
  }
}
