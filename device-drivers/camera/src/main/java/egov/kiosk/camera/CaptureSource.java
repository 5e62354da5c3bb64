package egov.kiosk.camera;

import egov.kiosk.domain.device.DeviceException;

/** Switches a camera on. */
interface CaptureSource {
  /**
   * @throws DeviceException when there is no such device, it may not be opened, or it gives no
   *     picture
   */
  Capture open() throws DeviceException;
}
