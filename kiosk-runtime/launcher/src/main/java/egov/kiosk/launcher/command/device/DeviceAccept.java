package egov.kiosk.launcher.command.device;

import egov.kiosk.launcher.command.Place;
import egov.kiosk.launcher.session.KioskSession;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk device accept}. */
@Command(
    name = "accept",
    description = {
      "Let the device that answers now serve in place of the one accepted before.",
      "Look at it first: an exchanged card reader can read cards for somebody else."
    },
    mixinStandardHelpOptions = true)
final class DeviceAccept implements Callable<Integer> {
  @Mixin private Place place;

  @Parameters(paramLabel = "NAME", description = "e.g. id-card-reader; see kiosk device list")
  private String name;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (!name.matches("[a-z][a-z0-9-]{0,63}")) {
      throw new ParameterException(spec.commandLine(), "a device's name is e.g. id-card-reader");
    }
    try (KioskSession kiosk = KioskSession.open(place.installation())) {
      String answer = kiosk.post("/api/devices/accept", "{\"name\":\"" + name + "\"}");
      spec.commandLine().getOut().print(answer);
      spec.commandLine().getOut().flush();
    }
    return 0;
  }
}
