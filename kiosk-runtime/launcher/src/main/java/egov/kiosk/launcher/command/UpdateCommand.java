package egov.kiosk.launcher.command;

import egov.kiosk.launcher.assembly.BundleTools;
import egov.kiosk.launcher.configuration.Configuration;
import egov.kiosk.launcher.configuration.Installation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk update}: updates of the program (升级) by hand, from a stick for example. */
@Command(
    name = "update",
    description = {
      "Look at, install and take back versions of the program; what the boot helper checks is",
      "checked here as well. Installing and taking back need the right to write the program.",
      "  check DIR     what would be installed from there; changes nothing",
      "  install DIR   install it into the other slot; it goes on trial at a quiet moment",
      "  state         which slot runs, what waits, what was given up",
      "  rollback      end a trial; the version before runs from the next start on",
      "Exit code 0: done; 1: refused, and what ran goes on running; 2: asked wrongly."
    },
    mixinStandardHelpOptions = true)
public final class UpdateCommand implements Callable<Integer> {
  private static final String PID = "updates";

  @Mixin private Place place;

  @Parameters(arity = "1..2", paramLabel = "check DIR|install DIR|state|rollback")
  private List<String> words;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Installation installation = place.installation();
    Configuration configuration = installation.readSettings().configuration();
    String program = configuration.text(PID, "program", "");
    if (program.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("kiosk: the program does not lie in slots here (updates.program is not set)");
      return 1;
    }
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--opt", program));
    arguments.addAll(List.of("--boot", configuration.text(PID, "stateDirectory", "")));
    arguments.addAll(List.of("--exchange", configuration.text(PID, "directory", "")));
    arguments.addAll(List.of("--hardware", configuration.text(PID, "hardware", "")));
    String queue = configuration.text("outbox", "directory", "state/outbox");
    arguments.addAll(List.of("--queue", Path.of(queue).resolve("outbox.db").toString()));
    arguments.addAll(words);
    return BundleTools.run(
        installation,
        "kiosk-update",
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        arguments.toArray(new String[0]));
  }
}
