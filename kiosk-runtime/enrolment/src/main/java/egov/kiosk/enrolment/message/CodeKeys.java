package egov.kiosk.enrolment.message;

import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.crypto.sm.Sm3Stretch;
import egov.kiosk.domain.enrolment.EnrolmentCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What both sides derive from a code, so that the code itself never travels: a name to find it by,
 * and keys that say who made a message. 75 random bits behind 50,000 rounds of PBKDF2-HMAC-SM3 are
 * not found by trying, neither on the line nor later. Immutable; prints nothing of itself.
 */
public final class CodeKeys {
  private static final int ROUNDS = 50_000;
  private static final int ID_BYTES = 12;
  private static final byte[] SALT = ascii("egov.kiosk enrolment 1");

  private final byte[] master;

  private CodeKeys(byte[] master) {
    this.master = master;
  }

  /** Derives them; takes tens of milliseconds. */
  public static CodeKeys of(EnrolmentCode code) {
    return new CodeKeys(Sm3Stretch.stretch(ascii(code.secret()), SALT, ROUNDS, Sm3.LENGTH));
  }

  /** Takes up what {@link #kept} gave. */
  public static CodeKeys ofKept(byte[] kept) {
    if (kept.length != Sm3.LENGTH) {
      throw new IllegalArgumentException("the keys of a code have " + Sm3.LENGTH + " bytes");
    }
    return new CodeKeys(kept.clone());
  }

  /** What the platform keeps, sealed, in the place of the code. */
  public byte[] kept() {
    return master.clone();
  }

  /** The name of the code: 24 hexadecimal digits that say nothing about it. */
  public String id() {
    return HexFormat.of().formatHex(Arrays.copyOf(Sm3.hmac(master, ascii("id")), ID_BYTES));
  }

  /**
   * Says who made bytes.
   *
   * @param role what the bytes are, so that one kind never passes as another
   */
  public byte[] mac(String role, byte[]... parts) {
    byte[] key = Sm3.hmac(master, ascii("mac " + role));
    byte[][] digests = new byte[parts.length][];
    for (int i = 0; i < parts.length; i++) {
      digests[i] = Sm3.digest(parts[i]);
    }
    return Sm3.hmac(key, digests);
  }

  /** Whether bytes were made by somebody who has the code; takes the same time either way. */
  public boolean made(byte[] mac, String role, byte[]... parts) {
    return MessageDigest.isEqual(mac, mac(role, parts));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Nothing of the keys. */
  @Override
  public String toString() {
    return "CodeKeys[hidden]";
  }
}
