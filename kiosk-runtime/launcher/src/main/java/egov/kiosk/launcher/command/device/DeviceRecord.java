package egov.kiosk.launcher.command.device;

import egov.kiosk.launcher.assembly.DriversOnly;
import egov.kiosk.launcher.command.Place;
import egov.kiosk.launcher.session.LocalApiClient;
import egov.kiosk.launcher.session.RunningKiosk;
import egov.kiosk.launcher.session.ServingRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk device record}: what goes over a device's line, for its maker. */
@Command(
    name = "record",
    description = {
      "Record what goes over a device's line. A kiosk that runs goes on serving and is recorded",
      "for at most 600 seconds and 1 MiB; of one that is stopped the drivers alone are started,",
      "and the device is used over and over.",
      "What citizens showed is masked before it is kept: the capture can be sent to the maker,",
      "and kiosk device replay plays it to the driver."
    },
    mixinStandardHelpOptions = true)
final class DeviceRecord implements Callable<Integer> {
  /** The tool that records and replays. */
  static final String TOOL = "kiosk-device-line";

  private static final int LONGEST = 3600;
  private static final int LONGEST_SERVING = 600;

  @Parameters(paramLabel = "NAME", description = "the device, e.g. id-card-reader")
  private String name;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "where the capture is written; must not exist")
  private Path file;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      paramLabel = "N",
      description = "how long (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Mixin private Place place;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (!name.matches("[a-z][a-z0-9-]{0,63}")) {
      throw new ParameterException(spec.commandLine(), "a device's name is e.g. id-card-reader");
    }
    if (seconds < 1 || seconds > LONGEST) {
      throw new ParameterException(spec.commandLine(), "--seconds is 1 to " + LONGEST);
    }
    if (Files.exists(file)) {
      throw new ParameterException(spec.commandLine(), file + " exists; name another file");
    }
    Optional<LocalApiClient> serving = RunningKiosk.client(place.installation());
    if (serving.isPresent()) {
      if (seconds > LONGEST_SERVING) {
        throw new ParameterException(
            spec.commandLine(),
            "a kiosk that runs is recorded for at most " + LONGEST_SERVING + " seconds; stop it");
      }
      new ServingRecord(serving.get(), spec.commandLine().getOut()).run(name, seconds, file);
      return 0;
    }
    return DriversOnly.run(
        place.installation(),
        TOOL,
        configuration -> configuration,
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        "record",
        name,
        Integer.toString(seconds),
        file.toAbsolutePath().toString());
  }
}
