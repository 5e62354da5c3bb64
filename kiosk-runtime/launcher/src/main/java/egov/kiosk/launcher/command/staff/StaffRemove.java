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

/** {@code kiosk staff remove}. */
@Command(
    name = "remove",
    description = "Strike somebody off; asks for an administrator.",
    mixinStandardHelpOptions = true)
final class StaffRemove implements Callable<Integer> {
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
      spec.commandLine().getOut().print(person.ask("staff/remove", "badge", SignIn.word(badge)));
      spec.commandLine().getOut().flush();
    }
    return 0;
  }
}
