package egov.kiosk.cabinet;

import egov.kiosk.link.LinkAddress;
import java.time.Duration;
import java.util.Objects;

/**
 * How the board is attached and watched; immutable.
 *
 * @param address where it is
 * @param unit its Modbus address, 1 to 247
 * @param look how often its sensors are looked at
 * @param answerLimit how long one answer may take
 * @param profile how the cabinet is wired to it
 */
public record CabinetSettings(
    LinkAddress address, int unit, Duration look, Duration answerLimit, CabinetProfile profile) {
  public CabinetSettings {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(profile, "profile");
    if (unit < 1 || unit > 247) {
      throw new IllegalArgumentException("a board's address is 1 to 247");
    }
    if (look.toMillis() < 50 || answerLimit.toMillis() < 20) {
      throw new IllegalArgumentException("a board is looked at every 50 ms or less often");
    }
  }
}
