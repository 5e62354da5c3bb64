package egov.kiosk.crypto.rest;

import egov.kiosk.crypto.CryptoException;

/**
 * How data keys are kept when nobody uses them: so that they come back on this kiosk only, and only
 * as this kiosk left them. Safe for use by several threads.
 */
public interface RestWrapping {
  /** One word for the file's head: {@code device}, {@code passphrase} or {@code open}. */
  String word();

  /**
   * Wraps.
   *
   * @param secret copied; the caller clears it
   * @throws CryptoException when the custody cannot be used now
   */
  byte[] wrap(byte[] secret) throws CryptoException;

  /**
   * Unwraps.
   *
   * @return the secret; the caller clears it
   * @throws CryptoException {@code MESSAGE_REFUSED} or {@code PASSPHRASE_REFUSED} when this kiosk
   *     did not wrap it, another fault when the custody cannot be used now
   */
  byte[] unwrap(byte[] wrapped) throws CryptoException;
}
