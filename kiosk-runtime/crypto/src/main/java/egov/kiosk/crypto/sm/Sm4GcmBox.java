package egov.kiosk.crypto.sm;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Seals many things under one key with SM4-GCM and makes every nonce itself, so that no caller can
 * use one twice. The nonce is hedged: when the generator repeats itself, as on a cloned disk, two
 * different messages still get different ones. For data at rest. Safe for use by several threads.
 */
public final class Sm4GcmBox {
  /** Random nonces of 96 bits: after so many messages a key must be replaced (SP 800-38D §8.3). */
  private static final long MOST = 1L << 32;

  private final byte[] key;
  private final SecureRandom fresh;
  private final AtomicLong sealed = new AtomicLong();

  /**
   * @param key 16 bytes; copied
   * @param fresh the system's generator
   */
  public Sm4GcmBox(byte[] key, SecureRandom fresh) {
    if (key.length != Sm4Gcm.KEY) {
      throw new IllegalArgumentException("a key has 16 bytes");
    }
    this.key = key.clone();
    this.fresh = fresh;
  }

  /**
   * Encrypts.
   *
   * @param associated authenticated and not repeated in the result, e.g. table, id and key id
   * @return nonce, ciphertext and tag, 28 bytes longer than the plaintext
   * @throws IllegalStateException when this key has sealed as much as it may
   */
  public byte[] seal(byte[] associated, byte[] plaintext) {
    if (sealed.incrementAndGet() > MOST) {
      throw new IllegalStateException("this key has sealed enough; take a new one");
    }
    byte[] nonce = nonce(associated, plaintext);
    byte[] rest = Sm4Gcm.seal(key, nonce, associated, plaintext);
    byte[] box = Arrays.copyOf(nonce, nonce.length + rest.length);
    System.arraycopy(rest, 0, box, nonce.length, rest.length);
    return box;
  }

  /**
   * Decrypts.
   *
   * @throws CryptoException {@link CryptoFault#MESSAGE_REFUSED} when anything about it is wrong
   */
  public byte[] open(byte[] associated, byte[] box) throws CryptoException {
    if (box.length < Sm4Gcm.NONCE) {
      throw CryptoException.messageRefused();
    }
    return Sm4Gcm.open(
        key,
        Arrays.copyOf(box, Sm4Gcm.NONCE),
        associated,
        Arrays.copyOfRange(box, Sm4Gcm.NONCE, box.length));
  }

  /** Nothing of the key. */
  @Override
  public String toString() {
    return "Sm4GcmBox[hidden]";
  }

  private byte[] nonce(byte[] associated, byte[] plaintext) {
    byte[] nonce = new byte[Sm4Gcm.NONCE];
    HedgedRandom hedged = new HedgedRandom(fresh);
    // The digest of each keeps apart what a mere concatenation would run together.
    hedged.begin(key, Sm3.digest(Sm3.digest(associated), Sm3.digest(plaintext)));
    hedged.nextBytes(nonce);
    hedged.end();
    return nonce;
  }
}
