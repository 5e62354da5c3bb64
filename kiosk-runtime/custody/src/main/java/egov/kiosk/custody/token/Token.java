package egov.kiosk.custody.token;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.sm.Sm2RawCiphertext;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An open connection to one device. Used by the device's one thread only, so nothing here needs to
 * be safe for several. Calls may take as long as the device does.
 *
 * <p>Faults of every method: {@link CryptoFault#DEVICE_ABSENT} when the device or its session is
 * gone, {@link CryptoFault#DEVICE_FAULT} for any other trouble.
 */
public interface Token extends AutoCloseable {
  /** The DER of the certificate in the device, if it keeps one; needs no PIN. */
  Optional<byte[]> certificate(KeyUse use) throws CryptoException;

  /** The public key in the device, 04 ‖ x ‖ y, if it shows it without a PIN. */
  Optional<byte[]> publicKey(KeyUse use) throws CryptoException;

  /** Touches the device in the cheapest way that notices its absence; needs no PIN. */
  void probe() throws CryptoException;

  /** How many wrong PINs the device still bears, if it tells. */
  OptionalInt triesLeft() throws CryptoException;

  /**
   * Presents the PIN once.
   *
   * @param pin not kept
   * @throws CryptoException {@link CryptoFault#PIN_REFUSED}, {@link CryptoFault#DEVICE_LOCKED},
   *     {@link CryptoFault#KEY_ABSENT}, or as above
   */
  void login(byte[] pin) throws CryptoException;

  /**
   * Signs; the PIN was presented.
   *
   * @return r ‖ s of 64 bytes or the DER of both, whichever the device makes
   */
  byte[] sign(Signable what) throws CryptoException;

  /** Decrypts with the encryption key; the PIN was presented. */
  byte[] decrypt(Sm2RawCiphertext ciphertext) throws CryptoException;

  /** Closes session and device; never throws. */
  @Override
  void close();
}
