package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Sm2Certificate;

/**
 * A private key that signs, wherever it is kept. The laboratory keeps it in a file; a site keeps it
 * in a cryptographic module reached through SKF (GM/T 0016), SDF (GM/T 0018) or PKCS#11, and never
 * lets it out. Safe for use by several threads.
 */
public interface SigningKey {
  /** The signing certificate over this key. */
  Sm2Certificate certificate();

  /**
   * Signs with SM2 and SM3 over Z and the message, user id {@code 1234567812345678}.
   *
   * @param message any bytes
   * @return DER SEQUENCE of r and s (GB/T 35276 SM2Signature)
   * @throws CryptoException when the key cannot be used now, e.g. its module is locked or gone
   */
  byte[] sign(byte[] message) throws CryptoException;

  /**
   * As above with another user id, which enters through the value Z: TLS with national algorithms
   * signs under its own (RFC 8998 clause 3.2.1).
   *
   * @param userId at most 8191 bytes
   */
  byte[] sign(byte[] message, byte[] userId) throws CryptoException;
}
