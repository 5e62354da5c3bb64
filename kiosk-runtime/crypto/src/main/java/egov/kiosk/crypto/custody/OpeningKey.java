package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.Sm2Certificate;

/**
 * A private key that opens what was encrypted for its certificate, wherever it is kept. What it
 * opens is a content key of a message and never a message. Safe for use by several threads.
 */
public interface OpeningKey {
  /** The encryption certificate over this key. */
  Sm2Certificate certificate();

  /**
   * Decrypts with SM2 (GB/T 32918.4).
   *
   * @param ciphertext SM2Cipher in DER (GB/T 35276)
   * @return the plain bytes; the caller clears them
   * @throws CryptoException {@link CryptoFault#MESSAGE_REFUSED} when anything about the ciphertext
   *     is wrong; another fault when the key cannot be used now, e.g. its module is locked or gone
   */
  byte[] open(byte[] ciphertext) throws CryptoException;
}
