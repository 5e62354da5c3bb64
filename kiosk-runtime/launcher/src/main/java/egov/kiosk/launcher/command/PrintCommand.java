package egov.kiosk.launcher.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kiosk print}: jobs nobody but a person at the printer can settle. */
@Command(
    name = "print",
    description = "Print jobs of which nobody knows whether paper came out.",
    mixinStandardHelpOptions = true,
    subcommands = {PrintList.class, PrintAnswer.class})
public final class PrintCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
