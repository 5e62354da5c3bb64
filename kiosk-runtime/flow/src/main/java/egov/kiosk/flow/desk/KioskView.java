package egov.kiosk.flow.desk;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.fleet.Closure;
import java.util.Map;
import java.util.Set;

/**
 * The machine as the status strip shows it.
 *
 * @param kioskId the device id
 * @param site where it stands, as citizens know it
 * @param online whether the platform can be reached
 * @param closures why it serves nobody new; empty when it does
 * @param opens when it opens next by the hall's own clock, while {@link Closure#HOURS} holds, e.g.
 *     {@code 2026-11-23T08:30}; else empty
 * @param elsewhere where the next kiosk or counter is, in words for citizens; may be empty
 * @param helpPhone the number to call when nobody comes
 * @param devices each device's state by name
 * @param front where the parts beside the glass are, and which keypad it is
 * @param help the call for help that stands; null when nobody is called
 */
public record KioskView(
    String kioskId,
    String site,
    boolean online,
    Set<Closure> closures,
    String opens,
    String elsewhere,
    String helpPhone,
    Map<String, DeviceState> devices,
    Front front,
    HelpView help) {
  public KioskView {
    closures = Set.copyOf(closures);
    devices = Map.copyOf(devices);
  }

  /** A machine with the usual front, at which nobody calls for help. */
  public KioskView(
      String kioskId,
      String site,
      boolean online,
      Set<Closure> closures,
      String opens,
      String elsewhere,
      String helpPhone,
      Map<String, DeviceState> devices) {
    this(kioskId, site, online, closures, opens, elsewhere, helpPhone, devices, Front.USUAL, null);
  }

  /** The same with a call for help. */
  public KioskView with(HelpView call) {
    return new KioskView(
        kioskId, site, online, closures, opens, elsewhere, helpPhone, devices, front, call);
  }

  /** Whether the kiosk is out of public service (暂停服务). */
  public boolean locked() {
    return !closures.isEmpty();
  }
}
