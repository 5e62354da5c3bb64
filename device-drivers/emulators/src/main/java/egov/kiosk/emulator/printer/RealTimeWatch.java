package egov.kiosk.emulator.printer;

import java.util.OptionalInt;

/**
 * Spots {@code DLE EOT n} (10 04 n, n 1..4) in the stream as it arrives.
 *
 * <p>Like real firmware it does not know where commands begin: the three bytes inside a picture are
 * answered, too. Drivers must live with that. Not thread safe.
 */
final class RealTimeWatch {
  private static final int DLE = 0x10;
  private static final int EOT = 0x04;
  private static final int MOST = 4;

  private int before;
  private int last;

  /** Takes one byte, 0..255; gives n when it completes a request. */
  OptionalInt accept(int next) {
    boolean complete = before == DLE && last == EOT && next >= 1 && next <= MOST;
    before = complete ? 0 : last;
    last = complete ? 0 : next;
    return complete ? OptionalInt.of(next) : OptionalInt.empty();
  }
}
