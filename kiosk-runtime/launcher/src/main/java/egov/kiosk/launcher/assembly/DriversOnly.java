package egov.kiosk.launcher.assembly;

import egov.kiosk.launcher.configuration.Configuration;
import egov.kiosk.launcher.configuration.ConfigurationException;
import egov.kiosk.launcher.configuration.Installation;
import egov.kiosk.launcher.logging.KioskLogging;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleException;

/** Runs a tool with the drivers alone started, as they are configured; nobody is served. */
public final class DriversOnly {
  /** The drivers of the house and their tools; those in {@code drivers/} start in any case. */
  private static final Set<String> DRIVERS =
      Set.of(
          "egov.kiosk-cabinet",
          "egov.kiosk-camera",
          "egov.kiosk-code-scanner",
          "egov.kiosk-conformance",
          "egov.kiosk-id-card-reader",
          "egov.kiosk-link",
          "egov.kiosk-page-printer",
          "egov.kiosk-portrait-decoder",
          "egov.kiosk-printer",
          "egov.kiosk-social-card-reader");

  private DriversOnly() {}

  /**
   * Runs a tool of a bundle.
   *
   * @param changed what is configured otherwise for this once
   * @return its exit code
   */
  public static int run(
      Installation installation,
      String name,
      UnaryOperator<Configuration> changed,
      PrintWriter out,
      PrintWriter err,
      String... arguments)
      throws IOException, ConfigurationException, BundleException, InterruptedException {
    installation.leftOut().forEach(err::println);
    err.flush();
    try (DataLock lock = DataLock.take(installation.data())) {
      System.setProperty(KioskLogging.CONSOLE, "false");
      Run.logBelow(installation.data());
      Configuration configuration = changed.apply(installation.readConfiguration());
      try (EmbeddedFramework framework =
          EmbeddedFramework.start(
              installation.bundles(),
              installation.data().resolve("osgi"),
              PendingConfiguration.of(() -> configuration),
              DRIVERS::contains,
              Offer.NOTHING)) {
        return framework
            .tool(name)
            .orElseThrow(
                () -> new IOException("this installation has no " + name + "; install it again"))
            .run(out, err, arguments);
      }
    }
  }
}
