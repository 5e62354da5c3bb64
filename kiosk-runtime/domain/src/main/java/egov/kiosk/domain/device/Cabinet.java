package egov.kiosk.domain.device;

import java.util.Optional;
import java.util.Set;

/**
 * The cabinet around the devices: lamps, door, presence, power. What it senses is looked at a few
 * times a second and told to every {@link CabinetListener}; the answers here are what was seen
 * last, empty when that sensor is not fitted or cannot be asked now. Never blocks, never fails.
 */
public interface Cabinet extends Device {
  Optional<Boolean> doorOpen();

  Optional<Boolean> personPresent();

  /** Whether the UPS carries the kiosk. */
  Optional<Boolean> onBattery();

  /** Whether the battery is nearly empty. */
  Optional<Boolean> batteryLow();

  /**
   * Which lamps are to be lit; all others go dark. Takes effect within a second, and again after
   * the board was away; one that is not fitted is no fault.
   */
  void light(Set<Lamp> lit);
}
