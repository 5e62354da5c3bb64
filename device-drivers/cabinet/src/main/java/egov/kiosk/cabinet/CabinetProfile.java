package egov.kiosk.cabinet;

import egov.kiosk.domain.device.Lamp;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How the cabinet is wired to the board; immutable. A number below zero means not fitted.
 *
 * @param door the input that tells the door
 * @param person the input that tells a person in front
 * @param mains the input that tells the UPS's battery carries the kiosk
 * @param battery the input that tells the battery is nearly empty
 * @param inverted which of these inputs are closed when all is well (a cut wire then alarms)
 * @param lamps the coil of each lamp that is fitted
 * @param outlets the coil that takes the power from a device, by the device's name
 */
public record CabinetProfile(
    int door,
    int person,
    int mains,
    int battery,
    Set<Integer> inverted,
    Map<Lamp, Integer> lamps,
    Map<String, Integer> outlets) {
  /** A board has no more of either, in this profile. */
  public static final int MOST = 64;

  public CabinetProfile {
    inverted = Set.copyOf(inverted);
    lamps = Map.copyOf(lamps);
    outlets = Map.copyOf(outlets);
    IntStream inputs = IntStream.of(door, person, mains, battery);
    IntStream coils =
        IntStream.concat(
            lamps.values().stream().mapToInt(Integer::intValue),
            outlets.values().stream().mapToInt(Integer::intValue));
    if (IntStream.concat(inputs, coils).anyMatch(number -> number >= MOST)) {
      throw new IllegalArgumentException("inputs and coils are numbered 0 to " + (MOST - 1));
    }
  }

  /** How many inputs have to be asked for, from the first on; 0 when no sensor is fitted. */
  int inputs() {
    return 1 + IntStream.of(door, person, mains, battery).max().orElse(-1);
  }

  /** How many coils have to be written, from the first on; 0 when there are none. */
  int coils() {
    return 1
        + IntStream.concat(
                lamps.values().stream().mapToInt(Integer::intValue),
                outlets.values().stream().mapToInt(Integer::intValue))
            .max()
            .orElse(-1);
  }
}
