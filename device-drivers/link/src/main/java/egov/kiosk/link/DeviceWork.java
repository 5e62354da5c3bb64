package egov.kiosk.link;

import egov.kiosk.domain.device.DeviceException;

/**
 * One thing to do with a device, on its own thread.
 *
 * @param <T> what comes out
 */
@FunctionalInterface
public interface DeviceWork<T> {
  /**
   * Does it.
   *
   * @throws DeviceException when the device cannot
   * @throws InterruptedException when the caller gave up or the driver stops
   */
  T run() throws DeviceException, InterruptedException;
}
