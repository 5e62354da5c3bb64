package egov.kiosk.launcher.command;

import egov.kiosk.launcher.session.KioskSession;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk print answer}. */
@Command(
    name = "answer",
    description = {
      "Say whether the paper of a job came out; look into the printer and its tray first.",
      "What is said once stands. A copy said not to be printed may be printed once more."
    },
    mixinStandardHelpOptions = true)
final class PrintAnswer implements Callable<Integer> {
  @Mixin private Place place;

  @Parameters(index = "0", paramLabel = "ID", description = "the job; see kiosk print list")
  private String id;

  @Parameters(
      index = "1",
      paramLabel = "printed|not-printed",
      description = "whether its paper came out, whole")
  private String answer;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    String job = id.toLowerCase(Locale.ROOT);
    if (!job.matches("[0-9a-f]{32}")) {
      throw new ParameterException(spec.commandLine(), "a job's id has 32 hexadecimal digits");
    }
    if (!answer.equals("printed") && !answer.equals("not-printed")) {
      throw new ParameterException(spec.commandLine(), "the answer is printed or not-printed");
    }
    try (KioskSession kiosk = KioskSession.open(place.installation())) {
      String said =
          kiosk.post(
              "/api/prints/answer", "{\"id\":\"" + job + "\",\"answer\":\"" + answer + "\"}");
      spec.commandLine().getOut().print(said);
      spec.commandLine().getOut().flush();
    }
    return 0;
  }
}
