package egov.kiosk.link;

import egov.kiosk.domain.device.DeviceException;
import java.time.Duration;

/**
 * How a driver finds and greets its device; called on the device's thread, again after every loss.
 *
 * @param <C> the driver's own connection
 */
@FunctionalInterface
public interface Connector<C extends PluggedConnection> {
  /**
   * Opens the device and has it prove that it works. Whatever was opened is closed again when this
   * fails.
   *
   * @param limit how long opening may take
   * @throws LinkException when it is not there or may not be opened
   * @throws DeviceException when it is there and fails its self-test
   */
  C connect(Duration limit) throws DeviceException, LinkException, InterruptedException;
}
