package egov.kiosk.emulator.cabinet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The faults armed for the next requests; safe for operator and line. */
final class BoardFaults {
  /** A fault without a count stays until it is cleared. */
  static final int ALWAYS = Integer.MAX_VALUE;

  private final Deque<BoardFault> next = new ArrayDeque<>();
  private BoardFault lasting;

  synchronized void arm(BoardFault fault, int times) {
    if (times == ALWAYS) {
      lasting = fault;
      return;
    }
    for (int i = 0; i < times; i++) {
      next.add(fault);
    }
  }

  synchronized void clear() {
    next.clear();
    lasting = null;
  }

  synchronized Optional<BoardFault> take() {
    return Optional.ofNullable(next.isEmpty() ? lasting : next.poll());
  }
}
