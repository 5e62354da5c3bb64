package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import java.time.Duration;

/**
 * Holds a kiosk's two SM2 key pairs, for signing and for encryption (GB/T 20518), and lets them be
 * used. No method gives a private key away: raw key bytes exist only in {@code
 * egov.kiosk.crypto.sm.Sm2PrivateKey}, which only the file holder has.
 *
 * <p>Every call ends within the time the holder was configured with. A PIN that a device refused is
 * never presented to it again until the configuration names another. A device that was pulled is
 * found again by the next call after it is back; keys taken before go on working then, unless
 * another device is in its place. Safe for use by several threads.
 */
public interface KeyCustody extends AutoCloseable {
  /** What this is. */
  KeyDescription description();

  /**
   * The signing key.
   *
   * @throws CryptoException why it cannot be used now
   */
  SigningKey signing() throws CryptoException;

  /**
   * The encryption key.
   *
   * @throws CryptoException {@link CryptoFault#KEY_ABSENT} when this custody has none, or why it
   *     cannot be used now
   */
  OpeningKey opening() throws CryptoException;

  /**
   * Looks at the keys, and finds a device again that was away.
   *
   * @param timeout how long the look may take at most; the configured time if that is shorter
   */
  CustodyReport report(Duration timeout);

  /** Lets go of device and memory within 5 seconds; safe to call twice. */
  @Override
  void close();
}
