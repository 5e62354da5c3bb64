package egov.kiosk.crypto.sm;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import java.util.Arrays;

/**
 * The parts of an SM2 ciphertext (GB/T 32918.4), as modules take them. Messages carry them as DER
 * (GB/T 35276 SM2Cipher). Immutable.
 */
public final class Sm2RawCiphertext {
  private static final int POINT = 1 + 2 * Sm2Curve.WIDTH;
  private static final int TEXT = POINT + Sm3.LENGTH;

  private final byte[] raw;

  private Sm2RawCiphertext(byte[] raw) {
    this.raw = raw;
  }

  /**
   * Reads the DER form.
   *
   * @throws CryptoException {@link CryptoFault#MESSAGE_REFUSED} when it is not the one DER encoding
   */
  public static Sm2RawCiphertext ofDer(byte[] der) throws CryptoException {
    return new Sm2RawCiphertext(Sm2Cipher.decode(der));
  }

  /** First coordinate of C1, 32 bytes. */
  public byte[] x() {
    return Arrays.copyOfRange(raw, 1, 1 + Sm2Curve.WIDTH);
  }

  /** Second coordinate of C1, 32 bytes. */
  public byte[] y() {
    return Arrays.copyOfRange(raw, 1 + Sm2Curve.WIDTH, POINT);
  }

  /** C3, 32 bytes. */
  public byte[] hash() {
    return Arrays.copyOfRange(raw, POINT, TEXT);
  }

  /** C2, as long as what was encrypted. */
  public byte[] text() {
    return Arrays.copyOfRange(raw, TEXT, raw.length);
  }
}
