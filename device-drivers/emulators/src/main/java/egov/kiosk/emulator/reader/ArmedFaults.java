package egov.kiosk.emulator.reader;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The faults that wait for a request. Several may be armed; each strikes a counted number of
 * requests, or every one until cleared. Thread safe.
 */
final class ArmedFaults {
  /** Strikes until cleared. */
  static final int ALWAYS = Integer.MAX_VALUE;

  private record Arming(int left, Optional<Command> only) {}

  private final Map<Fault, Arming> armed = new EnumMap<>(Fault.class);

  /**
   * Arms a fault, replacing an earlier arming of the same.
   *
   * @param times how many requests it strikes, or {@link #ALWAYS}
   * @param only the one command it waits for, empty for any it concerns
   */
  synchronized void arm(Fault fault, int times, Optional<Command> only) {
    armed.put(fault, new Arming(times, only));
  }

  synchronized void clear() {
    armed.clear();
  }

  /** Whether the fault strikes this request; counts the strike. */
  synchronized boolean strikes(Fault fault, Optional<Command> command) {
    Arming arming = armed.get(fault);
    if (arming == null
        || !fault.concerns(command)
        || (arming.only().isPresent() && !arming.only().equals(command))) {
      return false;
    }
    if (arming.left() == 1) {
      armed.remove(fault);
    } else if (arming.left() != ALWAYS) {
      armed.put(fault, new Arming(arming.left() - 1, arming.only()));
    }
    return true;
  }
}
