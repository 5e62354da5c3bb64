package egov.kiosk.launcher.assembly;

import egov.kiosk.launcher.configuration.ConfigurationException;
import egov.kiosk.launcher.configuration.Installation;
import egov.kiosk.launcher.configuration.RemoteDesk;
import egov.kiosk.launcher.logging.KioskLogging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleException;
import org.slf4j.LoggerFactory;

/** Serves citizens until the process is stopped. */
public final class Run {
  private Run() {}

  /**
   * Runs the kiosk; returns when it was stopped.
   *
   * @return the exit code: 0, {@link ExitCode#RESTART} when a component asked to start again, or
   *     {@link ExitCode#POWER} before the power goes
   */
  public static int kiosk(Installation installation)
      throws IOException, BundleException, ConfigurationException, InterruptedException {
    try (DataLock lock = DataLock.take(installation.data())) {
      Enrolment.finish(installation);
      logBelow(installation.data());
      for (String complaint : installation.leftOut()) {
        LoggerFactory.getLogger(Run.class).error(complaint);
      }
      RemoteDesk desk = new RemoteDesk(installation.overlay());
      RunOffer offer = new RunOffer(desk);
      EmbeddedFramework framework =
          EmbeddedFramework.start(
              installation.bundles(),
              installation.data().resolve("osgi"),
              PendingConfiguration.of(() -> desk.open(installation.readSettings())),
              bundle -> true,
              offer);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework), "shutdown"));
      framework.awaitStop();
      return offer.exitCode();
    }
  }

  /** Has the log written below the data directory; before the first line is logged. */
  public static void logBelow(Path data) throws IOException {
    System.setProperty(
        KioskLogging.DIRECTORY, Files.createDirectories(data.resolve("log")).toString());
  }

  private static void stop(EmbeddedFramework framework) {
    try {
      framework.close();
    } catch (BundleException e) {
      LoggerFactory.getLogger(Run.class).error("unclean stop", e);
    }
  }
}
