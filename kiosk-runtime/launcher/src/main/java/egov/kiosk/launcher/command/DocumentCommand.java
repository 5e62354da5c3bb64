package egov.kiosk.launcher.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kiosk document}: sealed documents, for staff and technicians. */
@Command(
    name = "document",
    description = "Look at sealed OFD documents.",
    mixinStandardHelpOptions = true,
    subcommands = {DocumentVerify.class})
public final class DocumentCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
