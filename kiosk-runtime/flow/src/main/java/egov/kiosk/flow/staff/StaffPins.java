package egov.kiosk.flow.staff;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Turns a PIN into what the configuration may hold: a salted PBKDF2 hash (RFC 8018 §5.2, HMAC
 * SHA-256, 32 bytes). The PIN itself is kept nowhere. Stateless.
 */
public final class StaffPins {
  /** Iterations of a freshly made hash; about a tenth of a second on a kiosk's processor. */
  public static final int ITERATIONS = 210_000;

  static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private StaffPins() {}

  /**
   * Hashes a PIN with a fresh salt.
   *
   * @param pin 4 to 12 digits
   * @return {@code iterations:saltHex:hashHex}; put {@code badge:} before it for the configuration
   * @throws IllegalArgumentException when the PIN has another shape; the message never shows it
   */
  public static String hash(String pin) {
    Objects.requireNonNull(pin, "pin");
    if (!pin.matches("[0-9]{4,12}")) {
      throw new IllegalArgumentException("a PIN has 4 to 12 digits");
    }
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    HexFormat hex = HexFormat.of();
    return ITERATIONS
        + ":"
        + hex.formatHex(salt)
        + ":"
        + hex.formatHex(derive(pin, salt, ITERATIONS));
  }

  static byte[] derive(String pin, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, iterations, HASH_BYTES * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK derives keys by PBKDF2 with HMAC SHA-256", e);
    } finally {
      spec.clearPassword();
    }
  }
}
