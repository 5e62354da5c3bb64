package egov.kiosk.access.pin;

import egov.kiosk.access.book.PinRecord;
import egov.kiosk.crypto.sm.Pbkdf2Sm3;
import egov.kiosk.crypto.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Turns PINs into what the book keeps: PBKDF2-HMAC-SM3 with a salt of its own, over HMAC-SM3 of the
 * PIN under the machine's pepper, so that a stolen book alone cannot be guessed at. Safe for use by
 * several threads.
 */
public final class PinHasher {
  /** About a tenth of a second on a kiosk. */
  private static final int ITERATIONS = 60_000;

  /** Longer ones are nobody's, and are cut so that they cost no more. */
  private static final int LONGEST = 64;

  private static final int SALT = 16;
  private static final int HASH = 32;

  private final byte[] pepper;
  private final SecureRandom random;
  private final PinRecord nobodys;

  /**
   * @param pepper 32 bytes of this machine; copied
   * @param random the system's generator
   */
  public PinHasher(byte[] pepper, SecureRandom random) {
    this.pepper = pepper.clone();
    this.random = random;
    byte[] drawn = new byte[SALT + HASH];
    random.nextBytes(drawn);
    HexFormat hex = HexFormat.of();
    nobodys =
        new PinRecord(
            ITERATIONS, hex.formatHex(drawn, 0, SALT), hex.formatHex(drawn, SALT, SALT + HASH));
  }

  /** What is kept of a PIN; another one each time. */
  public PinRecord keep(String pin) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    HexFormat hex = HexFormat.of();
    return new PinRecord(
        ITERATIONS, hex.formatHex(salt), hex.formatHex(derive(pin, salt, ITERATIONS)));
  }

  /** Whether this is the PIN; takes as long when it is not. */
  public boolean matches(PinRecord kept, String pin) {
    HexFormat hex = HexFormat.of();
    byte[] derived = derive(pin, hex.parseHex(kept.salt()), kept.iterations());
    return MessageDigest.isEqual(derived, hex.parseHex(kept.hash())) & pin.length() <= LONGEST;
  }

  /** What stands in where there is no PIN, so that an answer takes as long; matches nothing. */
  public PinRecord nobodys() {
    return nobodys;
  }

  private byte[] derive(String pin, byte[] salt, int count) {
    String typed = pin.substring(0, Math.min(LONGEST, pin.length()));
    byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
    byte[] peppered = Sm3.hmac(pepper, bytes);
    try {
      return Pbkdf2Sm3.derive(peppered, salt, count, HASH);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(peppered, (byte) 0);
    }
  }
}
