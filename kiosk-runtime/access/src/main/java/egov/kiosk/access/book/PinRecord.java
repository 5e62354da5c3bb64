package egov.kiosk.access.book;

import java.util.regex.Pattern;

/**
 * What is kept of a PIN: never the PIN. Immutable.
 *
 * @param iterations of PBKDF2
 * @param salt 16 bytes in hexadecimal
 * @param hash 32 bytes in hexadecimal
 */
public record PinRecord(int iterations, String salt, String hash) {
  private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int FEWEST = 1_000;
  private static final int MOST = 10_000_000;

  public PinRecord {
    if (iterations < FEWEST || iterations > MOST) {
      throw new IllegalArgumentException("no count of iterations this room would write");
    }
    if (!SALT.matcher(salt).matches() || !HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException("salt and hash are 16 and 32 bytes in hexadecimal");
    }
  }

  @Override
  public String toString() {
    return "PinRecord";
  }
}
