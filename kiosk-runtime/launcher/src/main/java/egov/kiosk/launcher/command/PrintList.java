package egov.kiosk.launcher.command;

import egov.kiosk.launcher.session.KioskSession;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kiosk print list}. */
@Command(
    name = "list",
    description = "List the print jobs somebody must look after, oldest first.",
    mixinStandardHelpOptions = true)
final class PrintList implements Callable<Integer> {
  @Mixin private Place place;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (KioskSession kiosk = KioskSession.open(place.installation())) {
      spec.commandLine().getOut().print(kiosk.get("/api/prints.txt"));
      spec.commandLine().getOut().flush();
    }
    return 0;
  }
}
