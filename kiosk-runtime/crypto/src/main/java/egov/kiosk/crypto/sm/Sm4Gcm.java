package egov.kiosk.crypto.sm;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4 (GB/T 32907) in Galois/counter mode (GB/T 36624 clause 11, RFC 8998 §3.2.1) with a tag of 16
 * bytes. Secrecy and integrity both end the first time a nonce meets the same key again. Safe for
 * use by any thread.
 */
public final class Sm4Gcm {
  /** Bytes of a key. */
  public static final int KEY = 16;

  /** Bytes of a nonce. */
  public static final int NONCE = 12;

  /** Bytes of a tag. */
  public static final int TAG = 16;

  private Sm4Gcm() {}

  /**
   * Encrypts.
   *
   * @param key 16 bytes
   * @param nonce 12 bytes, never used before under this key
   * @param associated authenticated and not repeated in the result
   * @return ciphertext and tag
   */
  public static byte[] seal(byte[] key, byte[] nonce, byte[] associated, byte[] plaintext) {
    try {
      return run(true, key, nonce, associated, plaintext);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("Bouncy Castle cannot encrypt with SM4-GCM", e);
    }
  }

  /**
   * Decrypts.
   *
   * @throws CryptoException {@link CryptoFault#MESSAGE_REFUSED} when anything about it is wrong
   */
  public static byte[] open(byte[] key, byte[] nonce, byte[] associated, byte[] sealed)
      throws CryptoException {
    if (sealed.length < TAG) {
      throw CryptoException.messageRefused();
    }
    try {
      return run(false, key, nonce, associated, sealed);
    } catch (InvalidCipherTextException e) {
      throw CryptoException.messageRefused();
    }
  }

  private static byte[] run(
      boolean encrypt, byte[] key, byte[] nonce, byte[] associated, byte[] input)
      throws InvalidCipherTextException {
    if (key.length != KEY || nonce.length != NONCE) {
      throw new IllegalArgumentException("a key has 16 bytes and a nonce 12");
    }
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(encrypt, new AEADParameters(new KeyParameter(key), TAG * 8, nonce, associated));
    byte[] output = new byte[cipher.getOutputSize(input.length)];
    int length = cipher.processBytes(input, 0, input.length, output, 0);
    cipher.doFinal(output, length);
    return output;
  }
}
