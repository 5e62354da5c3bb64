package egov.kiosk.launcher.command.staff;

import egov.kiosk.launcher.command.Place;
import egov.kiosk.launcher.command.Prompt;
import egov.kiosk.launcher.session.KioskSession;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kiosk staff pin}. */
@Command(
    name = "pin",
    description = {
      "Change one's own PIN, or the start secret of a first start into one.",
      "The start secret lies in a file that the log and kiosk doctor name."
    },
    mixinStandardHelpOptions = true)
final class StaffPin implements Callable<Integer> {
  @Mixin private Place place;
  @Mixin private SignIn signIn;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Prompt prompt = new Prompt(spec.commandLine().getErr());
    try (KioskSession kiosk = KioskSession.open(place.installation())) {
      String who = signIn.who(prompt);
      String pin = prompt.secret("Your PIN, or the start secret");
      try (SignIn.Person person = signIn.open(kiosk, prompt, who, pin)) {
        String fresh = SignIn.word(prompt.chosen("Your new PIN"));
        person.ask("change-pin", "pin", pin, "newPin", fresh);
        spec.commandLine().getOut().println("done");
        spec.commandLine().getOut().flush();
      }
    }
    return 0;
  }
}
