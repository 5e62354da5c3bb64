package egov.kiosk.custody.token;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.KeyDescription;

/** How to reach one kind of device through a vendor's library. */
public interface TokenDriver {
  /** Which device this is meant to reach. */
  KeyDescription description();

  /**
   * Opens the device. Presents no PIN.
   *
   * @throws CryptoException {@link CryptoFault#LIBRARY_UNUSABLE}, {@link
   *     CryptoFault#DEVICE_ABSENT}, {@link CryptoFault#KEY_ABSENT}, {@link
   *     CryptoFault#DEVICE_FAULT}
   */
  Token connect() throws CryptoException;

  /**
   * Opens the device to make keys in it, where it may be that names it goes by are not there yet
   * and are made; otherwise as {@link #connect}.
   */
  default Token connectToEnrol() throws CryptoException {
    return connect();
  }
}
