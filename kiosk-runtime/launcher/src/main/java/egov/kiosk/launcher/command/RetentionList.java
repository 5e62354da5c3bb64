package egov.kiosk.launcher.command;

import egov.kiosk.launcher.session.KioskSession;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kiosk retention list}. */
@Command(
    name = "list",
    description = "List what this kiosk keeps, of which class it is, and how long.",
    mixinStandardHelpOptions = true)
final class RetentionList implements Callable<Integer> {
  @Mixin private Place place;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (KioskSession kiosk = KioskSession.open(place.installation())) {
      spec.commandLine().getOut().print(kiosk.get("/api/retention/table.txt"));
      spec.commandLine().getOut().flush();
    }
    return 0;
  }
}
