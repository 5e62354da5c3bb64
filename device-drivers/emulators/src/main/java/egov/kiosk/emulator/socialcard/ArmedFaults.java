package egov.kiosk.emulator.socialcard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for their step; safe for use by the operator's and the line's thread. */
final class ArmedFaults {
  /** A fault without a count stays until it is cleared. */
  static final int ALWAYS = Integer.MAX_VALUE;

  private final List<Armed> armed = new ArrayList<>();

  private static final class Armed {
    private final ChipFault fault;
    private final Optional<String> step;
    private int left;

    Armed(ChipFault fault, Optional<String> step, int left) {
      this.fault = fault;
      this.step = step;
      this.left = left;
    }
  }

  /**
   * Arms one.
   *
   * @param step which step it waits for, or empty for whichever comes next
   */
  synchronized void arm(ChipFault fault, int times, Optional<String> step) {
    armed.add(new Armed(fault, step, times));
  }

  synchronized void clear() {
    armed.clear();
  }

  /** The fault for this step, used up by one. */
  synchronized Optional<ChipFault> at(String step) {
    for (Armed candidate : armed) {
      if (candidate.step.isEmpty() || candidate.step.get().equals(step)) {
        if (candidate.left != ALWAYS && --candidate.left == 0) {
          armed.remove(candidate);
        }
        return Optional.of(candidate.fault);
      }
    }
    return Optional.empty();
  }
}
