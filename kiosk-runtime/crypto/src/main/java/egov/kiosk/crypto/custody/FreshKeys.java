package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import java.util.Optional;

/** Keys that were made in a custody and have no certificates yet. For one thread. */
public interface FreshKeys {
  /** The public half of the signing key. */
  Sm2PublicKey signing();

  /**
   * The public half of the encryption key; empty when the custody can only be given one, as an
   * {@link EnvelopedKey} that opens nowhere else.
   */
  Optional<Sm2PublicKey> encryption();

  /** Signs with the signing key: DER of r and s, found to hold. */
  byte[] sign(byte[] message) throws CryptoException;

  /**
   * Decrypts with the encryption key (SM2Cipher in DER), to prove that it is here.
   *
   * @throws CryptoException {@code KEY_ABSENT} when there is none yet
   */
  byte[] open(byte[] ciphertext) throws CryptoException;
}
