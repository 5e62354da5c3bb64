package egov.kiosk.domain.device;

import java.util.Optional;

/** What every device has. */
public interface Device {
  /** The device's name, the same in configuration, logs and on technician pages. */
  String name();

  /** The last known status; never blocks and never speaks to the device. */
  DeviceStatus status();

  /** Which one of its kind it is; empty while nobody answered, or when the device cannot tell. */
  default Optional<DeviceIdentity> identity() {
    return Optional.empty();
  }
}
