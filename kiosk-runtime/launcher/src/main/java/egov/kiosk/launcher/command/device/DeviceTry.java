package egov.kiosk.launcher.command.device;

import egov.kiosk.launcher.command.DoctorCommand;
import egov.kiosk.launcher.command.Place;
import egov.kiosk.launcher.session.RunningKiosk;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk device try}: one trial of the wizard, its result kept as there. */
@Command(
    name = "try",
    description = {
      "Have a device of the running kiosk do its work once: print a test page, read a sample card"
          + " or",
      "show any code within 15 s, take a picture. Of a card only that it was read is said.",
      "Exit code 0: passed, or a person has to look and says so with kiosk provision pass or fail;",
      "1: failed, or there is no such device."
    },
    mixinStandardHelpOptions = true)
final class DeviceTry implements Callable<Integer> {
  @Mixin private Place place;

  @Parameters(
      paramLabel = "DEVICE",
      description = "e.g. printer, id-card-reader; see kiosk provision state")
  private String device;

  @Option(names = "--lang", description = "en or zh (default: ${DEFAULT-VALUE})")
  private DoctorCommand.Language language = DoctorCommand.Language.en;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (!device.matches("[a-z][a-z0-9-]{0,63}")) {
      throw new ParameterException(spec.commandLine(), "a device's name is e.g. printer");
    }
    try (RunningKiosk kiosk = RunningKiosk.find(place.installation())) {
      String answer =
          kiosk.post("setup/test", "{\"device\":\"" + device + "\",\"lang\":\"" + language + "\"}");
      String outcome = member(answer, "outcome");
      spec.commandLine().getOut().println(device + " " + outcome + ": " + member(answer, "seen"));
      if (outcome.equals("OPEN")) {
        spec.commandLine()
            .getOut()
            .println("look at it, then: kiosk provision pass " + device + " (or fail, with why)");
      }
      spec.commandLine().getOut().flush();
      return outcome.equals("FAILED") ? 1 : 0;
    }
  }

  /** A text of the tried device in the answer, where every device is told of in one order. */
  private String member(String answer, String name) {
    Matcher found =
        Pattern.compile(
                "\"device\":\""
                    + device
                    + "\",(?:(?!\"device\":).)*?\""
                    + name
                    + "\":\"((?:[^\"\\\\]|\\\\.)*)\"")
            .matcher(answer);
    return found.find() ? found.group(1) : "";
  }
}
