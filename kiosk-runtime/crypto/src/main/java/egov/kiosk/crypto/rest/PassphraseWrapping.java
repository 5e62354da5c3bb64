package egov.kiosk.crypto.rest;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.Passphrase;
import egov.kiosk.crypto.sm.Sm4Gcm;
import egov.kiosk.crypto.sm.Sm4GcmKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;

/**
 * Under the passphrase of a file custody, which is what its key file is wrapped under: salt of 16
 * bytes, then SM4-GCM under PBKDF2 with HMAC-SM3 over the passphrase (and the machine file, if
 * there is one). Independent of the signing key, which may be renewed meanwhile.
 */
public final class PassphraseWrapping implements RestWrapping {
  private static final byte[] LABEL = "egov.kiosk rest wrap 1".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT = 16;
  private static final int ITERATIONS = 200_000;

  private final Passphrase passphrase;
  private final SecureRandom random;

  /**
   * @param random the system's generator, for salts
   */
  public PassphraseWrapping(Passphrase passphrase, SecureRandom random) {
    this.passphrase = Objects.requireNonNull(passphrase, "passphrase");
    this.random = Objects.requireNonNull(random, "random");
  }

  @Override
  public String word() {
    return "passphrase";
  }

  @Override
  public byte[] wrap(byte[] secret) throws CryptoException {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    byte[] box = key(salt).seal(LABEL, secret);
    return ByteBuffer.allocate(SALT + box.length).put(salt).put(box).array();
  }

  @Override
  public byte[] unwrap(byte[] wrapped) throws CryptoException {
    if (wrapped.length < SALT + Sm4Gcm.NONCE + Sm4Gcm.TAG) {
      throw CryptoException.messageRefused();
    }
    try {
      return key(Arrays.copyOf(wrapped, SALT)).open(LABEL, wrapped, SALT);
    } catch (CryptoException e) {
      if (e.fault() != CryptoFault.MESSAGE_REFUSED) {
        throw e;
      }
      throw new CryptoException(
          CryptoFault.PASSPHRASE_REFUSED,
          "the data keys do not open with " + passphrase.file() + " on this machine");
    }
  }

  private Sm4GcmKey key(byte[] salt) throws CryptoException {
    byte[] key = passphrase.key(salt, ITERATIONS);
    try {
      return new Sm4GcmKey(key);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }
}
