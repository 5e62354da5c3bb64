package egov.kiosk.upkeep.look;

import egov.kiosk.domain.device.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether this machine has what its profile (kiosk, workstation or worker's tablet; {@code
 * kiosk-profile}) needs. Which face the browser begins with is the profile's doing; every face is
 * served everywhere, behind its own sign-in.
 */
final class FaceLook {
  private static final String FILE = "etc/kiosk/profile";
  private static final String KIOSK = "kiosk";

  private final Machine machine;
  private final Rooms rooms;

  FaceLook(Machine machine, Rooms rooms) {
    this.machine = machine;
    this.rooms = rooms;
  }

  Verdict verdict() throws IOException {
    String profile =
        Files.exists(machine.file(FILE)) ? machine.text(FILE).strip() : "no profile, so " + KIOSK;
    return switch (profile) {
      case "worker" -> tablet();
      case "workstation" -> with(profile, List.of("id-card-reader"));
      case KIOSK, "no profile, so " + KIOSK -> with(profile, List.of("id-card-reader", "printer"));
      default ->
          Verdict.fail(
              FILE + " names no profile there is", "kiosk-profile kiosk, workstation or worker");
    };
  }

  private Verdict tablet() {
    return machine.settings().text("field-work.grid").isPresent()
        ? Verdict.ok("worker, with a grid")
        : Verdict.fail(
            "a worker's tablet without a grid: nobody can work with it", "set field-work.grid");
  }

  private Verdict with(String profile, List<String> needed) {
    Set<String> missing = new TreeSet<>(needed);
    missing.removeAll(rooms.devices().stream().map(Device::name).collect(Collectors.toSet()));
    return missing.isEmpty()
        ? Verdict.ok(profile)
        : Verdict.warn(
            profile + " without " + String.join(", ", missing),
            "configure the device, or choose another profile: kiosk-profile");
  }
}
