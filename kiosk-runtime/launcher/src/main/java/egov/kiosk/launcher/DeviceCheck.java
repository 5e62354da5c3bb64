package egov.kiosk.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code kiosk device check}: examines an attached device with the conformance kit. Starts the
 * drivers alone, as they are configured; citizens are not served meanwhile.
 */
@Command(
    name = "check",
    description = {
      "Examine an attached device; asks you to place cards, pull cables and the like.",
      "The kiosk must be stopped. Without NAME the attached devices are listed.",
      "Exit code 0: nothing failed; 1: something did."
    },
    mixinStandardHelpOptions = true)
final class DeviceCheck implements Callable<Integer> {
  private static final String TOOL = "kiosk-device-check";

  /** What serves citizens and speaks to the platform; everything else may be a driver. */
  private static final Set<String> NOT_DRIVERS =
      Set.of(
          "egov.kiosk-access",
          "egov.kiosk-agent",
          "egov.kiosk-attachments",
          "egov.kiosk-audit",
          "egov.kiosk-catalogue",
          "egov.kiosk-crypto",
          "egov.kiosk-downlink",
          "egov.kiosk-flow",
          "egov.kiosk-identity",
          "egov.kiosk-local-api",
          "egov.kiosk-documents",
          "egov.kiosk-enrolment",
          "egov.kiosk-print-ledger",
          "egov.kiosk-outbox-sqlite",
          "egov.kiosk-retention",
          "egov.kiosk-telemetry",
          "egov.kiosk-uplink-mqtt");

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "the device, e.g. id-card-reader")
  private String name;

  @Option(names = "--report", paramLabel = "FILE", description = "write a report (Markdown) there")
  private Path report;

  @Mixin private Place place;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Installation installation = place.installation();
    PrintWriter out = spec.commandLine().getOut();
    try (DataLock lock = DataLock.take(installation.data())) {
      System.setProperty(KioskLogging.CONSOLE, "false");
      Run.logBelow(installation.data());
      Configuration configuration = installation.readConfiguration();
      try (EmbeddedFramework framework =
          EmbeddedFramework.start(
              installation.bundles(),
              installation.data().resolve("osgi"),
              PendingConfiguration.of(() -> configuration),
              bundle -> !NOT_DRIVERS.contains(bundle),
              Offer.NOTHING)) {
        ToolProvider tool =
            framework
                .tool(TOOL)
                .orElseThrow(
                    () ->
                        new IOException("this installation has no " + TOOL + "; install it again"));
        return tool.run(out, spec.commandLine().getErr(), arguments());
      }
    }
  }

  private String[] arguments() {
    List<String> arguments = new ArrayList<>();
    if (name != null) {
      arguments.add(name);
      if (report != null) {
        arguments.add(report.toAbsolutePath().toString());
      }
    }
    return arguments.toArray(new String[0]);
  }
}
