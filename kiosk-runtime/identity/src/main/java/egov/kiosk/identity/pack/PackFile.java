package egov.kiosk.identity.pack;

import egov.kiosk.crypto.sm.Sm3;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * One file of a pack, as the manifest names it.
 *
 * @param name a plain file name, never a path
 * @param sha256 64 lower-case hexadecimal digits
 * @param sm3 64 lower-case hexadecimal digits (GB/T 32905-2016)
 */
public record PackFile(String name, String sha256, String sm3) {
  static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  public PackFile {
    if (!NAME.matcher(name).matches()
        || !DIGEST.matcher(sha256).matches()
        || !DIGEST.matcher(sm3).matches()) {
      throw new IllegalArgumentException("a plain file name and two digests");
    }
  }

  /** Describes some bytes. */
  public static PackFile of(String name, byte[] bytes) {
    return new PackFile(name, sha256(bytes), sm3(bytes));
  }

  /**
   * Checks both digests.
   *
   * @throws FacePackException naming the file and the digest that does not fit
   */
  void check(byte[] bytes) throws FacePackException {
    demand("sha256", sha256, sha256(bytes));
    demand("sm3", sm3, sm3(bytes));
  }

  private void demand(String kind, String expected, String found) throws FacePackException {
    if (!found.equals(expected)) {
      throw new FacePackException(
          "%s is damaged or was replaced: its %s is %s, the manifest says %s"
              .formatted(name, kind, found, expected));
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The SM3 of some bytes in hexadecimal digits, as pins are written. */
  public static String sm3(byte[] bytes) {
    return HexFormat.of().formatHex(Sm3.digest(bytes));
  }
}
