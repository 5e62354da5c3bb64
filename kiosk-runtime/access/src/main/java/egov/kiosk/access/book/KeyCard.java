package egov.kiosk.access.book;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import egov.kiosk.crypto.sm.Sm3;
import java.util.HexFormat;

/**
 * A key card in force, by its public key. Immutable.
 *
 * @param point the uncompressed point of SM2 in hexadecimal, lower case
 */
public record KeyCard(String point) {
  private static final int FINGERPRINT = 16;

  /**
   * @throws IllegalArgumentException when it is no public key of SM2
   */
  public KeyCard {
    if (!point.matches("04[0-9a-f]{128}")) {
      throw new IllegalArgumentException("not an uncompressed point in hexadecimal");
    }
    try {
      Sm2PublicKey.of(HexFormat.of().parseHex(point));
    } catch (CryptoException e) {
      throw new IllegalArgumentException("not a point of the SM2 curve");
    }
  }

  /** The card of a key. */
  public static KeyCard of(Sm2PublicKey key) {
    return new KeyCard(HexFormat.of().formatHex(key.encoded()));
  }

  /** The first 16 hexadecimal digits of SM3 of the point; names the card, is no secret. */
  public String fingerprint() {
    return HexFormat.of()
        .formatHex(Sm3.digest(HexFormat.of().parseHex(point)))
        .substring(0, FINGERPRINT);
  }

  /** Whether this card signed that text. */
  public boolean signed(byte[] text, byte[] signature) {
    try {
      return Sm2PublicKey.of(HexFormat.of().parseHex(point)).verifies(text, signature);
    } catch (CryptoException e) {
      throw new IllegalStateException("checked when it was made", e);
    }
  }
}
