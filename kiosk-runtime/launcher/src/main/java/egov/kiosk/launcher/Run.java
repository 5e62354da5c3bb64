package egov.kiosk.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.osgi.framework.BundleException;
import org.slf4j.LoggerFactory;

/** Serves citizens until the process is stopped. */
final class Run {
  private Run() {}

  /**
   * Runs the kiosk; returns when it was stopped.
   *
   * @return the exit code: 0, or {@link ExitCode#RESTART} when a component asked to start again
   */
  static int kiosk(Installation installation)
      throws IOException, BundleException, ConfigurationException, InterruptedException {
    try (DataLock lock = DataLock.take(installation.data())) {
      System.setProperty(
          KioskLogging.DIRECTORY,
          Files.createDirectories(installation.data().resolve("log")).toString());
      RemoteDesk desk = new RemoteDesk(installation.overlay());
      RunOffer offer = new RunOffer(desk);
      EmbeddedFramework framework =
          EmbeddedFramework.start(
              installation.bundles(),
              installation.data().resolve("osgi"),
              PendingConfiguration.of(() -> desk.open(installation.readSettings())),
              List.of(),
              offer);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework), "shutdown"));
      framework.awaitStop();
      return offer.restartWanted() ? ExitCode.RESTART : 0;
    }
  }

  private static void stop(EmbeddedFramework framework) {
    try {
      framework.close();
    } catch (BundleException e) {
      LoggerFactory.getLogger(Run.class).error("unclean stop", e);
    }
  }
}
