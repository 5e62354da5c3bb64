package egov.kiosk.launcher.command.face;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kiosk face}: what compares faces, for technicians. */
@Command(
    name = "face",
    description = "Look after what compares faces.",
    mixinStandardHelpOptions = true,
    subcommands = FacePackCommand.class)
public final class FaceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
