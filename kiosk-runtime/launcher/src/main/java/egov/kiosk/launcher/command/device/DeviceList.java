package egov.kiosk.launcher.command.device;

import egov.kiosk.launcher.command.Place;
import egov.kiosk.launcher.session.KioskSession;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kiosk device list}. */
@Command(
    name = "list",
    description = "List the accepted devices, and strangers that answer in their place.",
    mixinStandardHelpOptions = true)
final class DeviceList implements Callable<Integer> {
  @Mixin private Place place;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (KioskSession kiosk = KioskSession.open(place.installation())) {
      spec.commandLine().getOut().print(kiosk.get("/api/devices/list.txt"));
      spec.commandLine().getOut().flush();
    }
    return 0;
  }
}
