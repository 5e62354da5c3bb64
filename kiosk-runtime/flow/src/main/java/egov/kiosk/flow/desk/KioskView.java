package egov.kiosk.flow.desk;

import egov.kiosk.domain.device.DeviceState;
import java.util.Map;

/**
 * The machine as the status strip shows it.
 *
 * @param kioskId the device id
 * @param site where it stands, as citizens know it
 * @param online whether the platform can be reached
 * @param locked whether the kiosk is out of public service (暂停服务) by order
 * @param helpPhone the number to call when nobody comes
 * @param devices each device's state by name
 */
public record KioskView(
    String kioskId,
    String site,
    boolean online,
    boolean locked,
    String helpPhone,
    Map<String, DeviceState> devices) {
  public KioskView {
    devices = Map.copyOf(devices);
  }
}
