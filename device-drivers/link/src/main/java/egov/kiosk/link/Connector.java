package egov.kiosk.link;

import egov.kiosk.domain.device.DeviceException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

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

  /**
   * Whether the device is certainly not plugged in, told without opening it and at once; asked
   * between two attempts with a device that is unwell. False when that cannot be told.
   */
  default boolean gone() {
    return false;
  }

  /**
   * The same connector, which can tell.
   *
   * @param gone whether the device is certainly not plugged in
   */
  static <C extends PluggedConnection> Connector<C> noticing(
      BooleanSupplier gone, Connector<C> connector) {
    return new Connector<>() {
      @Override
      public C connect(Duration limit) throws DeviceException, LinkException, InterruptedException {
        return connector.connect(limit);
      }

      @Override
      public boolean gone() {
        return gone.getAsBoolean();
      }
    };
  }
}
