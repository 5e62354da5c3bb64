package egov.kiosk.launcher.session;

import egov.kiosk.launcher.assembly.DataLock;
import egov.kiosk.launcher.assembly.EmbeddedFramework;
import egov.kiosk.launcher.assembly.Enrolment;
import egov.kiosk.launcher.assembly.Offer;
import egov.kiosk.launcher.assembly.PendingConfiguration;
import egov.kiosk.launcher.assembly.Run;
import egov.kiosk.launcher.configuration.Configuration;
import egov.kiosk.launcher.configuration.ConfigurationException;
import egov.kiosk.launcher.configuration.Installation;
import egov.kiosk.launcher.logging.KioskLogging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.BundleException;

/**
 * A kiosk a technician's command can ask: the one that runs, or else one started for the moment
 * without the citizen's desk, so that no screen opens for business.
 */
public final class KioskSession implements AutoCloseable {
  /** Nobody is served, and no order of the platform is carried out, by a look at the kiosk. */
  private static final List<String> DESK = List.of("egov.kiosk-flow", "egov.kiosk-downlink");

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final long opened = System.nanoTime();
  private final LocalApiClient client;
  private final Optional<EmbeddedFramework> started;
  private final Optional<DataLock> lock;
  private final Optional<Path> own;

  private KioskSession(
      LocalApiClient client,
      Optional<EmbeddedFramework> started,
      Optional<DataLock> lock,
      Optional<Path> own) {
    this.own = own;
    this.client = client;
    this.started = started;
    this.lock = lock;
  }

  /** The running kiosk, or one that does not serve, for as long as this is open. */
  public static KioskSession open(Installation installation)
      throws IOException, ConfigurationException, BundleException, InterruptedException {
    // From the file alone: nothing may be logged before the log is told to keep off the terminal.
    Configuration file = installation.readSettings().configuration();
    Path run = Path.of(file.text("local-api", "runDirectory", "run"));
    Optional<LocalApiClient> running = LocalApiClient.find(run);
    if (running.isPresent()) {
      return new KioskSession(running.get(), Optional.empty(), Optional.empty(), Optional.empty());
    }
    DataLock lock = DataLock.take(installation.data());
    try {
      Enrolment.finish(installation);
    } catch (IOException | ConfigurationException e) {
      lock.close();
      throw e;
    }
    System.setProperty(KioskLogging.CONSOLE, "false");
    Run.logBelow(installation.data());
    Configuration configuration = installation.readConfiguration();
    Path own = Files.createTempDirectory("kiosk-doctor");
    EmbeddedFramework framework = null;
    try {
      framework = start(installation, configuration, own);
      LocalApiClient client =
          LocalApiClient.find(own)
              .orElseThrow(() -> new IOException("the runtime could not be started; see its log"));
      return new KioskSession(client, Optional.of(framework), Optional.of(lock), Optional.of(own));
    } catch (IOException
        | ConfigurationException
        | BundleException
        | InterruptedException
        | RuntimeException e) {
      if (framework != null) {
        framework.close();
      }
      forget(own);
      lock.close();
      throw e;
    }
  }

  private static EmbeddedFramework start(
      Installation installation, Configuration configuration, Path own)
      throws IOException, ConfigurationException, BundleException, InterruptedException {
    return EmbeddedFramework.start(
        installation.bundles(),
        installation.data().resolve("osgi"),
        PendingConfiguration.of(
            () ->
                configuration
                    .with("local-api", "port", 0)
                    .with("local-api", "runDirectory", own.toString())),
        bundle -> !DESK.contains(bundle),
        Offer.NOTHING);
  }

  /** Whether a kiosk was running already. */
  public boolean wasRunning() {
    return started.isEmpty();
  }

  /** What the local API answers to a GET, as it came. */
  public String get(String path) throws IOException, InterruptedException {
    return patient(() -> client.get(path));
  }

  /** Asks for a change; {@code json} is an object. */
  public String post(String path, String json) throws IOException, InterruptedException {
    return patient(() -> client.post(path, json));
  }

  private interface Call {
    String make() throws IOException, InterruptedException;
  }

  /** A kiosk started for the moment opens its queue and its keys a little later. */
  private String patient(Call call) throws IOException, InterruptedException {
    while (true) {
      try {
        return call.make();
      } catch (LocalApiException e) {
        if (wasRunning() || !e.starting() || System.nanoTime() - opened > PATIENCE_NANOS) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  @Override
  public void close() throws BundleException, IOException {
    if (started.isPresent()) {
      started.get().close();
    }
    if (own.isPresent()) {
      forget(own.get());
    }
    if (lock.isPresent()) {
      lock.get().close();
    }
  }

  /** The tokens of a kiosk that ran for the moment are of no use to anybody. */
  private static void forget(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
