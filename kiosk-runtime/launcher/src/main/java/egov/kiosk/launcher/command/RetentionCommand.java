package egov.kiosk.launcher.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kiosk retention}: how long what is kept, for technicians. */
@Command(
    name = "retention",
    description = "How long what is kept, and destroying what is over its time.",
    mixinStandardHelpOptions = true,
    subcommands = {RetentionList.class, RetentionRun.class})
public final class RetentionCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
