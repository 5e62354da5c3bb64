package egov.kiosk.launcher.command;

import egov.kiosk.launcher.session.RunningKiosk;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk maintenance}: out of service, with a page that says so, and back. */
@Command(
    name = "maintenance",
    description = {
      "Take the running kiosk out of service and back: on, off or state.",
      "Whoever is being served finishes; nobody new begins. It holds over restarts."
    },
    mixinStandardHelpOptions = true)
public final class MaintenanceCommand implements Callable<Integer> {
  @Mixin private Place place;

  @Parameters(paramLabel = "on|off|state", description = "what to do")
  private String what;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (!what.matches("on|off|state")) {
      throw new ParameterException(spec.commandLine(), "say on, off or state");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (RunningKiosk kiosk = RunningKiosk.find(place.installation())) {
      String answer =
          what.equals("state")
              ? kiosk.post("service", "{}")
              : kiosk.post("maintenance", "{\"on\":" + what.equals("on") + "}");
      boolean maintenance = answer.contains("\"MAINTENANCE\"");
      boolean serving = answer.contains("\"serving\":true");
      out.println(
          maintenance ? "out of service for maintenance" : "not out of service for maintenance");
      if (maintenance && serving) {
        out.println("a citizen is still being served and finishes first");
      }
      for (String other : new String[] {"PLATFORM", "SAFE_MODE", "HOURS", "POWER"}) {
        if (answer.contains("\"" + other + "\"")) {
          out.println("closed also: " + other);
        }
      }
      out.flush();
      return 0;
    }
  }
}
