package egov.kiosk.codescanner.code;

import java.util.Arrays;
import java.util.Optional;

/**
 * The acceptance number in the first line of the code on a kiosk's slip: {@code 受理号 2026…}, whose
 * words a scanner may give in any encoding. Digits at the line's end count, behind a few bytes that
 * are no ASCII letters or digits; so no address, no token and no card number with words around it
 * is taken for one. Stateless.
 */
public final class SlipNumber {
  private static final int FEWEST = 10;
  private static final int MOST = 20;
  private static final int LONGEST_WORDS = 24;

  private SlipNumber() {}

  /** The digits; empty when this is no such line. The caller overwrites them after use. */
  public static Optional<byte[]> in(byte[] line) {
    int from = line.length;
    while (from > 0 && digit(line[from - 1])) {
      from--;
    }
    int digits = line.length - from;
    if (digits < FEWEST || digits > MOST || from > LONGEST_WORDS) {
      return Optional.empty();
    }
    for (int i = 0; i < from; i++) {
      if (line[i] > 0 && line[i] != ' ') {
        return Optional.empty();
      }
    }
    return Optional.of(Arrays.copyOfRange(line, from, line.length));
  }

  private static boolean digit(byte one) {
    return one >= '0' && one <= '9';
  }
}
