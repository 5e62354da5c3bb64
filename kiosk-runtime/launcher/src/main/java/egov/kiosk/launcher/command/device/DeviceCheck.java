package egov.kiosk.launcher.command.device;

import egov.kiosk.launcher.assembly.DriversOnly;
import egov.kiosk.launcher.command.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "the device, e.g. id-card-reader")
  private String name;

  @Option(names = "--report", paramLabel = "FILE", description = "write a report (Markdown) there")
  private Path report;

  @Mixin private Place place;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return DriversOnly.run(
        place.installation(),
        TOOL,
        configuration -> configuration,
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        arguments());
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
