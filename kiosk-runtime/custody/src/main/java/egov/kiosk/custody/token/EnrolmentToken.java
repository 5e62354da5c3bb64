package egov.kiosk.custody.token;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.EnvelopedKey;
import java.util.Optional;

/**
 * A device in which keys can be made. As a {@link Token}, for the device's one thread; the PIN was
 * presented before any of these.
 */
public interface EnrolmentToken extends Token {
  /** What a device does about encryption keys. */
  enum EncryptionKey {
    /** It makes them itself. */
    MADE_HERE,
    /** It takes them from outside, under its signing key; SKF knows no other way. */
    IMPORTED,
    /** Its vendor's tool makes both pairs; they are only used here. */
    THERE_ALREADY
  }

  /** What this device does about encryption keys. */
  EncryptionKey encryptionKey();

  /**
   * The public key in the device, 04 ‖ x ‖ y; empty when there is no such key yet. Unlike {@link
   * #publicKey} it is always shown when there is one.
   */
  Optional<byte[]> made(KeyUse use) throws CryptoException;

  /**
   * Makes a key that stays inside; called only when {@link #made} is empty.
   *
   * @throws CryptoException {@link CryptoFault#KEY_ABSENT} when its vendor's tool must do that
   */
  void make(KeyUse use) throws CryptoException;

  /** Puts an encryption key in; the same one may be put in again. */
  void take(EnvelopedKey key) throws CryptoException;

  /**
   * Puts a certificate in; the same one may be put in again.
   *
   * @return whether the device keeps certificates; otherwise they belong into files
   */
  boolean take(KeyUse use, byte[] certificate) throws CryptoException;

  /** The device refuses to have keys made through this interface. */
  static CryptoException byVendor(String device) {
    return new CryptoException(
        CryptoFault.KEY_ABSENT,
        device
            + " has no keys and makes none through this interface; make both pairs with its"
            + " vendor's tool, then enrol");
  }
}
