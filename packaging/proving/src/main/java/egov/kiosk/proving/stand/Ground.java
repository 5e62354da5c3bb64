package egov.kiosk.proving.stand;

import egov.kiosk.platform.LabAuthority;
import egov.kiosk.proving.child.JavaCommand;
import egov.kiosk.proving.child.Shell;
import egov.kiosk.proving.disk.Scratch;
import egov.kiosk.proving.node.NodeMain;
import egov.kiosk.proving.receiver.ReceiverMain;
import egov.kiosk.proving.shim.BadLuck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all stands of a campaign share. Says what this machine cannot do. */
public final class Ground implements AutoCloseable {
  /** The id of the kiosk on every stand; each stand has a broker of its own. */
  static final String KIOSK = "proving-000001";

  private final Path directory;
  private final Map<Need, String> missing;
  private final Optional<Scratch> scratch;
  private final Optional<Path> shim;
  private final JavaCommand kiosk;
  private final JavaCommand platform;
  private final PlatformKind kind;
  private final Optional<KafkaServer> kafka;

  /** Something a fault may need of the machine. */
  public enum Need {
    /** Disks that can be cloned and filled. */
    DISK,
    /** A preloaded library. */
    SHIM,
    /** Several gateway workers and their database. */
    WORKERS
  }

  private Ground(
      Path directory,
      Map<Need, String> missing,
      Optional<Scratch> scratch,
      Optional<Path> shim,
      JavaCommand kiosk,
      JavaCommand platform,
      PlatformKind kind,
      Optional<KafkaServer> kafka) {
    this.directory = directory;
    this.missing = missing;
    this.scratch = scratch;
    this.shim = shim;
    this.kiosk = kiosk;
    this.platform = platform;
    this.kind = kind;
    this.kafka = kafka;
  }

  /**
   * Prepares everything.
   *
   * @param directory an existing empty directory
   * @param kind what the platforms keep things in
   * @param kafkaJars where the jars of a Kafka server are
   * @throws IOException when something is missing without which there is no campaign
   */
  public static Ground prepare(Path directory, PlatformKind kind, Path kafkaJars)
      throws IOException, InterruptedException {
    if (!Shell.has("mosquitto")) {
      throw new IOException("a campaign needs a broker; install the Debian package mosquitto");
    }
    Map<Need, String> missing = new LinkedHashMap<>();
    if (kind.database()) {
      openFor(directory);
    } else {
      missing.put(Need.WORKERS, "this campaign has one gateway and its journal");
    }
    Optional<Path> shim = shim(directory, missing);
    Path pki = directory.resolve("pki");
    LabAuthority.main(new String[] {"--dir", pki.toString(), "--kiosk", KIOSK});
    Path jars = directory.resolve("jars");
    JavaCommand kiosk = JavaCommand.of(NodeMain.class, jars, SqliteLibrary.extractTo(directory));
    JavaCommand platform = JavaCommand.of(ReceiverMain.class, jars, List.of());
    Rehearsal rehearsal = new Rehearsal(directory.resolve("rehearsal"), pki, KIOSK);
    rehearsal.run(kiosk, platform);
    return new Ground(
        directory,
        missing,
        scratch(directory, missing),
        shim,
        rehearsal.kiosk(kiosk),
        rehearsal.platform(platform),
        kind,
        kind == PlatformKind.KAFKA
            ? Optional.of(KafkaServer.start(directory.resolve("kafka"), kafkaJars))
            : Optional.empty());
  }

  /** The database's own user must get to its files. */
  private static void openFor(Path directory) throws IOException, InterruptedException {
    if (!PostgresServer.here()) {
      throw new IOException("needs the Debian package postgresql-15");
    }
    Shell.run("chmod a+x '%s'".formatted(directory));
  }

  private static Optional<Path> shim(Path directory, Map<Need, String> missing)
      throws InterruptedException {
    try {
      Path library = directory.resolve("badluck.so");
      BadLuck.compileTo(library);
      return Optional.of(library);
    } catch (IOException e) {
      missing.put(Need.SHIM, "needs gcc and libc6-dev: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Scratch> scratch(Path directory, Map<Need, String> missing)
      throws InterruptedException {
    try {
      return Optional.of(Scratch.in(directory));
    } catch (IOException e) {
      missing.put(Need.DISK, e.getMessage());
      return Optional.empty();
    }
  }

  /** What this machine does not have, and why. */
  public Map<Need, String> missing() {
    return Map.copyOf(missing);
  }

  Path directory(String stand) throws IOException {
    return Files.createDirectories(directory.resolve(stand));
  }

  Path pki() {
    return directory.resolve("pki");
  }

  Optional<Scratch> scratch() {
    return scratch;
  }

  Optional<Path> shim() {
    return shim;
  }

  JavaCommand kiosk() {
    return kiosk;
  }

  JavaCommand platform() {
    return platform;
  }

  PlatformKind kind() {
    return kind;
  }

  Optional<KafkaServer> kafka() {
    return kafka;
  }

  @Override
  public void close() throws IOException {
    kafka.ifPresent(KafkaServer::close);
    if (scratch.isPresent()) {
      scratch.get().close();
    }
  }
}
