package egov.kiosk.launcher.command;

import egov.kiosk.launcher.session.KioskSession;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kiosk retention run}. */
@Command(
    name = "run",
    description = {
      "Destroy what is over its time now; the kiosk does so every day by itself.",
      "Each destruction is recorded in the audit log. Nothing that waits for the platform goes."
    },
    mixinStandardHelpOptions = true)
final class RetentionRun implements Callable<Integer> {
  @Mixin private Place place;

  @Option(names = "--dry-run", description = "only say what would go")
  private boolean dry;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (KioskSession kiosk = KioskSession.open(place.installation())) {
      String text =
          dry ? kiosk.get("/api/retention/due.txt") : kiosk.post("/api/retention/run", "{}");
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    }
    return 0;
  }
}
