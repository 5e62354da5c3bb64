package egov.kiosk.domain.device;

import java.time.Duration;

/**
 * Who can take the power from a device and give it back, e.g. a relay of the cabinet. The last step
 * before a device that does not recover by itself is given up. Safe for use by several threads.
 */
public interface PowerSwitch {
  /** A cabinet without one. */
  PowerSwitch NONE = (device, limit) -> false;

  /**
   * Takes the power away, waits, and gives it back.
   *
   * @param device the device's name
   * @param limit how long this may take
   * @return false when this device has no switch, or the switch did not answer; then nothing
   *     happened
   * @throws InterruptedException when the thread was interrupted; the power is back on then
   */
  boolean cycle(String device, Duration limit) throws InterruptedException;
}
