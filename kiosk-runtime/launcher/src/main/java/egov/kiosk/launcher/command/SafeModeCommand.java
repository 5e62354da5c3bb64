package egov.kiosk.launcher.command;

import egov.kiosk.launcher.session.RunningKiosk;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk safe-mode}: why the kiosk gave up on itself, and letting it try again. */
@Command(
    name = "safe-mode",
    description = {
      "state: why the kiosk serves nobody because it cannot be relied on; leave: let it try again.",
      "Leave only when the cause is mended: see kiosk doctor."
    },
    mixinStandardHelpOptions = true)
public final class SafeModeCommand implements Callable<Integer> {
  private static final Pattern REASON = Pattern.compile("\"safeMode\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  @Mixin private Place place;

  @Parameters(paramLabel = "state|leave", description = "what to do")
  private String what;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (!what.matches("state|leave")) {
      throw new ParameterException(spec.commandLine(), "say state or leave");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (RunningKiosk kiosk = RunningKiosk.find(place.installation())) {
      Matcher reason =
          REASON.matcher(kiosk.post(what.equals("leave") ? "safe-mode" : "service", "{}"));
      String why = reason.find() ? reason.group(1) : "";
      out.println(why.isEmpty() ? "no safe mode" : "safe mode: " + why);
      out.flush();
      return 0;
    }
  }
}
