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

/** {@code kiosk staff add}. */
@Command(
    name = "add",
    description = "Write somebody into the book of staff; asks for an administrator.",
    mixinStandardHelpOptions = true)
final class StaffAdd implements Callable<Integer> {
  /** What somebody may do. */
  enum Role {
    COUNTER,
    GRID_WORKER,
    TECHNICIAN,
    ADMINISTRATOR
  }

  @Mixin private Place place;
  @Mixin private SignIn signIn;
  @Mixin private NewPin newPin;

  @Parameters(
      index = "0",
      paramLabel = "BADGE",
      description = "1 to 16 letters, digits, hyphens; at most eight digits")
  private String badge;

  @Parameters(index = "1", paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}")
  private Role role;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Prompt prompt = new Prompt(spec.commandLine().getErr());
    try (KioskSession kiosk = KioskSession.open(place.installation());
        SignIn.Person person = signIn.open(kiosk, prompt)) {
      NewPin.say(
          spec.commandLine().getOut(),
          person.ask("staff/add", newPin.members(prompt, badge, "role", role.name())));
    }
    return 0;
  }
}
