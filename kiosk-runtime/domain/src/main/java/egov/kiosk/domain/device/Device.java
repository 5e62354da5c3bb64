package egov.kiosk.domain.device;

/** What every device has. */
public interface Device {
  /** The device's name, the same in configuration, logs and on technician pages. */
  String name();

  /** The last known status; never blocks and never speaks to the device. */
  DeviceStatus status();
}
