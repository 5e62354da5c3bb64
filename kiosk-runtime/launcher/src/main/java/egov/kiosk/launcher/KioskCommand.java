package egov.kiosk.launcher;

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
final class KioskCommand implements Runnable {
  @Spec private CommandSpec spec;

  static CommandLine commandLine() {
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
