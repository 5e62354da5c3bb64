package egov.kiosk.launcher.command.device;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kiosk device}: the parts of the machine, for technicians. */
@Command(
    name = "device",
    description = "Which card reader and other devices may serve at this kiosk.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DeviceList.class,
      DeviceAccept.class,
      DeviceTry.class,
      DeviceCheck.class,
      DeviceRecord.class,
      DeviceReplay.class
    })
public final class DeviceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
