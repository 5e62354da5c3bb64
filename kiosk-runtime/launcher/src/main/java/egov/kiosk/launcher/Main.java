package egov.kiosk.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The {@code kiosk} command. Exit codes: 0 done, 1 a check failed, 2 usage, 78 bad configuration.
 */
@Command(
    name = "kiosk",
    description = "Runtime of an e-government self-service kiosk.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {RunCommand.class, DoctorCommand.class, OutboxCommand.class})
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    WarmUp.begin();
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, command, result) -> {
              command.getErr().println("kiosk: " + failure.getMessage());
              return failure instanceof ConfigurationException ? ExitCode.CONFIGURATION : 1;
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
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"kiosk " + (version == null ? "(unpacked build)" : version)};
    }
  }
}
