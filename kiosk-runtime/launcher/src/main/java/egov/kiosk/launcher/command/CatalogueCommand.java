package egov.kiosk.launcher.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kiosk catalogue}: service items, for whoever writes them. */
@Command(
    name = "catalogue",
    description = "Look at service items before they are put into service.",
    mixinStandardHelpOptions = true,
    subcommands = {CatalogueCheck.class, CatalogueForm.class})
public final class CatalogueCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}
