package egov.kiosk.launcher;

import egov.kiosk.launcher.assembly.ExitCode;
import egov.kiosk.launcher.command.CatalogueCommand;
import egov.kiosk.launcher.command.DoctorCommand;
import egov.kiosk.launcher.command.DocumentCommand;
import egov.kiosk.launcher.command.EnrolCommand;
import egov.kiosk.launcher.command.KeysCommand;
import egov.kiosk.launcher.command.MaintenanceCommand;
import egov.kiosk.launcher.command.PrintCommand;
import egov.kiosk.launcher.command.ProvisionCommand;
import egov.kiosk.launcher.command.ReleaseCommand;
import egov.kiosk.launcher.command.RetentionCommand;
import egov.kiosk.launcher.command.SafeModeCommand;
import egov.kiosk.launcher.command.SuppliesCommand;
import egov.kiosk.launcher.command.SupportCommand;
import egov.kiosk.launcher.command.UpdateCommand;
import egov.kiosk.launcher.command.audit.AuditCommand;
import egov.kiosk.launcher.command.device.DeviceCommand;
import egov.kiosk.launcher.command.face.FaceCommand;
import egov.kiosk.launcher.command.outbox.OutboxCommand;
import egov.kiosk.launcher.command.outbox.TraceCommand;
import egov.kiosk.launcher.command.staff.StaffCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The whole command line, as {@code kiosk --help} shows it. */
@Command(
    name = "kiosk",
    description = "Runtime of an e-government self-service kiosk.",
    mixinStandardHelpOptions = true,
    versionProvider = KioskCommand.Version.class,
    subcommands = {
      RunCommand.class,
      DoctorCommand.class,
      EnrolCommand.class,
      ProvisionCommand.class,
      MaintenanceCommand.class,
      SafeModeCommand.class,
      SuppliesCommand.class,
      SupportCommand.class,
      DeviceCommand.class,
      PrintCommand.class,
      StaffCommand.class,
      FaceCommand.class,
      OutboxCommand.class,
      TraceCommand.class,
      AuditCommand.class,
      KeysCommand.class,
      DocumentCommand.class,
      CatalogueCommand.class,
      RetentionCommand.class,
      UpdateCommand.class,
      ReleaseCommand.class
    })
public final class KioskCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The whole command; a failure is one line on standard error and an {@link ExitCode}. */
  public static CommandLine commandLine() {
    return new CommandLine(new KioskCommand())
        .setExecutionExceptionHandler(
            (failure, command, result) -> {
              command.getErr().println("kiosk: " + failure.getMessage());
              return ExitCode.of(failure);
            });
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }

  /** The version of the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = KioskCommand.class.getPackage().getImplementationVersion();
      return new String[] {"kiosk " + (version == null ? "(unpacked build)" : version)};
    }
  }
}
