package egov.kiosk.updates.trust;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A public key as metadata carries it: SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) with the SM2 curve
 * (GB/T 35276). Its id is the SM3 of exactly these bytes, so one key has one id. Immutable.
 */
public final class TrustedKey {
  private static final byte[] HEAD =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a811ccf5501822d034200");

  private final byte[] info;
  private final Sm2PublicKey key;

  private TrustedKey(byte[] info, Sm2PublicKey key) {
    this.info = info;
    this.key = key;
  }

  /** A key as metadata would carry it. */
  public static TrustedKey of(Sm2PublicKey key) {
    byte[] info = Arrays.copyOf(HEAD, HEAD.length + Sm2PublicKey.LENGTH);
    System.arraycopy(key.encoded(), 0, info, HEAD.length, Sm2PublicKey.LENGTH);
    return new TrustedKey(info, key);
  }

  /**
   * Reads a key.
   *
   * @param hex DER in lower-case hexadecimal digits
   */
  static TrustedKey read(String hex) throws UpdateRefusedException {
    try {
      byte[] info = HexFormat.of().parseHex(hex);
      boolean known =
          info.length == HEAD.length + Sm2PublicKey.LENGTH
              && Arrays.equals(info, 0, HEAD.length, HEAD, 0, HEAD.length)
              && hex.equals(hex.toLowerCase(Locale.ROOT));
      if (known) {
        return new TrustedKey(
            info, Sm2PublicKey.of(Arrays.copyOfRange(info, HEAD.length, info.length)));
      }
    } catch (IllegalArgumentException | CryptoException e) {
      throw malformed();
    }
    throw malformed();
  }

  private static UpdateRefusedException malformed() {
    return new UpdateRefusedException(Refusal.MALFORMED, "a key of the root is no SM2 key");
  }

  /** The SM3 of the key's SubjectPublicKeyInfo, as digits. */
  public String id() {
    return HexFormat.of().formatHex(Sm3.digest(info));
  }

  /** The key as metadata carries it, as digits. */
  public String hex() {
    return HexFormat.of().formatHex(info);
  }

  boolean verifies(byte[] message, byte[] signature) {
    return key.verifies(message, signature);
  }
}
