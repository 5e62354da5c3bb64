package egov.kiosk.launcher.command;

import egov.kiosk.launcher.assembly.BundleTools;
import egov.kiosk.launcher.configuration.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kiosk keys}: the data keys, for technicians. Shows names of keys and never a key. */
@Command(
    name = "keys",
    description = "Look after the keys under which the kiosk seals what it keeps on its disk.",
    mixinStandardHelpOptions = true,
    subcommands = {KeysCommand.ListKeys.class, KeysCommand.Rotate.class})
public final class KeysCommand implements Runnable {
  private static final String TOOL = "kiosk-keys";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a subcommand is missing");
  }

  private static int tool(Place place, CommandSpec spec, String what) throws Exception {
    Installation installation = place.installation();
    String directory =
        installation
            .readSettings()
            .configuration()
            .text("rest-keys", "directory", "state/rest-keys");
    return BundleTools.run(
        installation,
        TOOL,
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        what,
        directory);
  }

  /** {@code kiosk keys list}. */
  @Command(
      name = "list",
      description = "List the data keys: name, current or former, made when.",
      mixinStandardHelpOptions = true)
  static final class ListKeys implements Callable<Integer> {
    @Mixin private Place place;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      return tool(place, spec, "list");
    }
  }

  /** {@code kiosk keys rotate}. */
  @Command(
      name = "rotate",
      description = {
        "Ask for a new data key: after a disk or a machine was out of the house, say.",
        "A running kiosk makes one within seconds, seals everything anew, destroys the old one."
      },
      mixinStandardHelpOptions = true)
  static final class Rotate implements Callable<Integer> {
    @Mixin private Place place;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      return tool(place, spec, "rotate");
    }
  }
}
