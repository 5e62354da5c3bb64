package egov.kiosk.codescanner.code;

import java.util.Objects;

/**
 * What a code of one kind looks like; what it says only its platform knows.
 *
 * @param shortest fewest characters
 * @param longest most characters
 * @param alphabet which characters
 */
public record CodeRule(int shortest, int longest, Alphabet alphabet) {
  /** No code is longer, whatever is configured. */
  public static final int LONGEST = 2048;

  public CodeRule {
    Objects.requireNonNull(alphabet, "alphabet");
    if (shortest < 1 || longest < shortest || longest > LONGEST) {
      throw new IllegalArgumentException("a code has 1 to " + LONGEST + " characters");
    }
  }

  /** Whether these bytes can be such a code. */
  public boolean allows(byte[] code) {
    if (code.length < shortest || code.length > longest) {
      return false;
    }
    for (byte one : code) {
      if (!alphabet.allows(one)) {
        return false;
      }
    }
    return true;
  }
}
