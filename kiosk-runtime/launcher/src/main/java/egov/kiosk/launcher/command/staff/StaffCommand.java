package egov.kiosk.launcher.command.staff;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code kiosk staff}: who works here. Asks who is asking, as the kiosk's own pages do; PINs are
 * typed or read from the standard input, and never on the command line, where others see them.
 */
@Command(
    name = "staff",
    description = {
      "Say who works at this kiosk and may do what.",
      "Badge and PIN of who asks are prompted for, or read from the standard input."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      StaffList.class,
      StaffAdd.class,
      StaffReset.class,
      StaffUnlock.class,
      StaffRemove.class,
      StaffCard.class,
      StaffPin.class
    })
public final class StaffCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
