package egov.kiosk.launcher.command.staff;

import egov.kiosk.launcher.command.Place;
import egov.kiosk.launcher.command.Prompt;
import egov.kiosk.launcher.session.KioskSession;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk staff unlock}. */
@Command(
    name = "unlock",
    description = "Lift a lock-out by wrong PINs; asks for a technician.",
    mixinStandardHelpOptions = true)
final class StaffUnlock implements Callable<Integer> {
  @Mixin private Place place;
  @Mixin private SignIn signIn;

  @Parameters(paramLabel = "BADGE", description = "whose")
  private String badge;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Prompt prompt = new Prompt(spec.commandLine().getErr());
    try (KioskSession kiosk = KioskSession.open(place.installation());
        SignIn.Person person = signIn.open(kiosk, prompt)) {
      spec.commandLine().getOut().print(person.ask("staff/unlock", "badge", SignIn.word(badge)));
      spec.commandLine().getOut().flush();
    }
    return 0;
  }
}
