package egov.kiosk.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleException;

/**
 * A kiosk a technician's command can ask: the one that runs, or else one started for the moment
 * without the citizen's desk, so that no screen opens for business.
 */
final class KioskSession implements AutoCloseable {
  private static final List<String> DESK = List.of("egov.kiosk-flow");

  private final LocalApiClient client;
  private final Optional<EmbeddedFramework> started;
  private final Optional<DataLock> lock;

  private KioskSession(
      LocalApiClient client, Optional<EmbeddedFramework> started, Optional<DataLock> lock) {
    this.client = client;
    this.started = started;
    this.lock = lock;
  }

  static KioskSession open(Installation installation)
      throws IOException, ConfigurationException, BundleException, InterruptedException {
    Configuration configuration = installation.readConfiguration();
    Path run = Path.of(configuration.text("local-api", "runDirectory", "run"));
    Optional<LocalApiClient> running = LocalApiClient.find(run);
    if (running.isPresent()) {
      return new KioskSession(running.get(), Optional.empty(), Optional.empty());
    }
    DataLock lock = DataLock.take(installation.data());
    System.setProperty(KioskLogging.CONSOLE, "false");
    System.setProperty(
        KioskLogging.DIRECTORY,
        Files.createDirectories(installation.data().resolve("log")).toString());
    Path own = Files.createTempDirectory("kiosk-doctor");
    EmbeddedFramework framework =
        EmbeddedFramework.start(
            installation.bundles(),
            installation.data().resolve("osgi"),
            PendingConfiguration.of(
                () ->
                    configuration
                        .with("local-api", "port", 0)
                        .with("local-api", "runDirectory", own.toString())),
            DESK);
    LocalApiClient client =
        LocalApiClient.find(own)
            .orElseThrow(() -> new IOException("the runtime could not be started; see its log"));
    return new KioskSession(client, Optional.of(framework), Optional.of(lock));
  }

  /** Whether a kiosk was running already. */
  boolean wasRunning() {
    return started.isEmpty();
  }

  String get(String path) throws IOException, InterruptedException {
    return client.get(path);
  }

  @Override
  public void close() throws BundleException, IOException {
    if (started.isPresent()) {
      started.get().close();
    }
    if (lock.isPresent()) {
      lock.get().close();
    }
  }
}
