package egov.kiosk.codescanner.code;

import java.util.Arrays;
import java.util.Optional;

/**
 * Collects bytes to lines: a line ends with CR, LF or both; empty lines are none. A line longer
 * than any code is given out cut, one byte too long, so that its judge refuses it; the rest of it
 * is thrown away. What was collected is overwritten as soon as it was given out. One thread.
 */
public final class LineCollector {
  private final byte[] line = new byte[CodeRule.LONGEST + 1];
  private int length;
  private boolean overlong;

  /**
   * Takes one byte.
   *
   * @return a line when this byte ended one; the caller overwrites it after use
   */
  public Optional<byte[]> accept(byte one) {
    if (one == '\r' || one == '\n') {
      overlong = false;
      return length == 0 ? Optional.empty() : Optional.of(take());
    }
    if (overlong) {
      return Optional.empty();
    }
    line[length++] = one;
    if (length == line.length) {
      overlong = true;
      return Optional.of(take());
    }
    return Optional.empty();
  }

  /**
   * The line stands still: whatever was begun is given up, or was the whole if lines have no end.
   */
  public Optional<byte[]> still() {
    overlong = false;
    return length == 0 ? Optional.empty() : Optional.of(take());
  }

  /** Whether a line was begun. */
  public boolean begun() {
    return length > 0;
  }

  /** Forgets what was begun. */
  public void clear() {
    Arrays.fill(line, (byte) 0);
    length = 0;
    overlong = false;
  }

  private byte[] take() {
    byte[] taken = Arrays.copyOf(line, length);
    Arrays.fill(line, 0, length, (byte) 0);
    length = 0;
    return taken;
  }
}
