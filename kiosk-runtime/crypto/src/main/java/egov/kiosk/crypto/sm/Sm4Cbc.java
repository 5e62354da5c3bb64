package egov.kiosk.crypto.sm;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * SM4 (GB/T 32907) in CBC mode (GB/T 17964) with PKCS#7 padding. It gives secrecy and no integrity:
 * use it around something signed. Safe for use by any thread.
 */
public final class Sm4Cbc {
  /** Bytes of a key, of an initial vector and of a block. */
  public static final int BLOCK = 16;

  private Sm4Cbc() {}

  /** Encrypts; key and iv are 16 bytes each, the iv unpredictable and the key never used again. */
  public static byte[] encrypt(byte[] key, byte[] iv, byte[] plaintext) {
    try {
      return run(true, key, iv, plaintext);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("Bouncy Castle cannot encrypt with SM4", e);
    }
  }

  /**
   * Decrypts.
   *
   * @throws CryptoException {@link CryptoFault#MESSAGE_REFUSED} when a length or the padding is
   *     wrong
   */
  public static byte[] decrypt(byte[] key, byte[] iv, byte[] ciphertext) throws CryptoException {
    try {
      return run(false, key, iv, ciphertext);
    } catch (InvalidCipherTextException | RuntimeException e) {
      throw CryptoException.messageRefused();
    }
  }

  private static byte[] run(boolean encrypt, byte[] key, byte[] iv, byte[] input)
      throws InvalidCipherTextException {
    PaddedBufferedBlockCipher cipher =
        new PaddedBufferedBlockCipher(
            CBCBlockCipher.newInstance(new SM4Engine()), new PKCS7Padding());
    cipher.init(encrypt, new ParametersWithIV(new KeyParameter(key), iv));
    byte[] output = new byte[cipher.getOutputSize(input.length)];
    int length = cipher.processBytes(input, 0, input.length, output, 0);
    length += cipher.doFinal(output, length);
    return length == output.length ? output : Arrays.copyOf(output, length);
  }
}
