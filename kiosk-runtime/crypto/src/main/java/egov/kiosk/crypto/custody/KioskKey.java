package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;

/**
 * Gives this kiosk's own signing key to other rooms, wherever it is kept. Offered as a service by
 * this room's component. Ask again for each use that may be minutes apart: the key in use can be
 * replaced. Safe for use by several threads.
 */
public interface KioskKey {
  /**
   * The key in use, found to fit its certificate, kiosk id and trust.
   *
   * @throws CryptoException why there is none now
   */
  SigningKey signing() throws CryptoException;
}
