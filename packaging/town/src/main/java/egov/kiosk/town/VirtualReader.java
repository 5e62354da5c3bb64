package egov.kiosk.town;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PC/SC service of the town's own with a virtual reader (Debian: pcscd, vsmartcard-vpcd): in a
 * mount namespace, where its fixed directory {@code /run/pcscd} is one of the town's. The machine's
 * own service is neither used nor disturbed. It ends with the town. Who is not root gets the
 * namespace as root of a user namespace, where the kernel allows that.
 */
final class VirtualReader implements AutoCloseable {
  private static final Path SERVICE = Path.of("/usr/sbin/pcscd");
  private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
  private static final Duration START = Duration.ofSeconds(20);
  private static final String SCRIPT =
      "mount -t tmpfs tmpfs /run && mkdir /run/pcscd && mount --bind \"$1\" /run/pcscd"
          + " && exec /usr/sbin/pcscd --foreground --critical --config \"$2\"";

  private final Path folder;
  private final int port;
  private Process process;

  private VirtualReader(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * Starts the service with its reader plugged in.
   *
   * @param folder its own directory
   * @throws IOException when this machine cannot have one; says why
   */
  static VirtualReader start(Path folder) throws IOException, InterruptedException {
    if (!Files.isExecutable(SERVICE) || !Files.exists(DRIVER)) {
      throw new IOException("install Debian's pcscd and vsmartcard-vpcd for it");
    }
    VirtualReader reader = new VirtualReader(folder, twoFreePorts());
    Files.createDirectories(reader.run());
    Files.createDirectories(reader.readers());
    Files.writeString(
        reader.readers().resolve("reader"),
        """
        FRIENDLYNAME "Kiosk Virtual PCD"
        DEVICENAME   /dev/null:0x%1$X
        LIBPATH      %2$s
        CHANNELID    0x%1$X
        """
            .formatted(reader.port, DRIVER));
    try {
      reader.plug();
    } catch (IOException | InterruptedException e) {
      reader.close();
      throw e;
    }
    return reader;
  }

  /** The virtual reader has two slots at neighbouring ports. */
  private static int twoFreePorts() throws IOException {
    for (int tries = 0; tries < 50; tries++) {
      try (ServerSocket one = new ServerSocket(0);
          ServerSocket next = new ServerSocket(one.getLocalPort() + 1)) {
        return next.getLocalPort() - 1;
      } catch (IOException | IllegalArgumentException e) {
        // The neighbour is taken; another pair.
      }
    }
    throw new IOException("no two neighbouring ports are free");
  }

  private Path run() {
    return folder.resolve("run");
  }

  private Path readers() {
    return folder.resolve("readers");
  }

  /** Where cards are put in. */
  int port() {
    return port;
  }

  /** What the kiosk's environment must say, so that it asks this service. */
  Map<String, String> environment() {
    return Map.of("PCSCLITE_CSOCK_NAME", run().resolve("pcscd.comm").toString());
  }

  /**
   * Plugs the reader in: starts the service, which reads its list of such readers at its start
   * only. Nothing when it is in.
   */
  synchronized void plug() throws IOException, InterruptedException {
    if (process != null) {
      return;
    }
    try (Stream<Path> left = Files.list(run())) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
    Path log = folder.resolve("pcscd.log");
    process =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    long deadline = System.nanoTime() + START.toNanos();
    while (!Files.exists(run().resolve("pcscd.comm"))) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        unplug();
        throw new IOException("pcscd does not start in a namespace of its own; see " + log);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
    if (!System.getProperty("user.name").equals("root")) {
      command.add("--map-root-user");
    }
    command.addAll(List.of("sh", "-c", SCRIPT, "pcscd", run().toString(), readers().toString()));
    return Tether.to(command);
  }

  /** Pulls the reader out, and the service with it. Nothing when it is out. */
  synchronized void unplug() throws InterruptedException {
    if (process != null) {
      process.destroy();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
      process = null;
    }
  }

  @Override
  public void close() {
    try {
      unplug();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
