package egov.kiosk.crypto.sm;

import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4 (GB/T 32907) on single blocks (ECB), for random content of fixed length only: GB/T 35276
 * wraps a private key so. Hides nothing about content that repeats.
 */
public final class Sm4Blocks {
  private static final int BLOCK = 16;

  private Sm4Blocks() {}

  /** Encrypts whole blocks under a key of 16 bytes. */
  public static byte[] encrypt(byte[] key, byte[] blocks) {
    return run(true, key, blocks);
  }

  /** Decrypts whole blocks. */
  public static byte[] decrypt(byte[] key, byte[] blocks) {
    return run(false, key, blocks);
  }

  private static byte[] run(boolean encrypt, byte[] key, byte[] input) {
    if (input.length % BLOCK != 0) {
      throw new IllegalArgumentException("whole blocks only");
    }
    SM4Engine engine = new SM4Engine();
    engine.init(encrypt, new KeyParameter(key));
    byte[] output = new byte[input.length];
    for (int at = 0; at < input.length; at += BLOCK) {
      engine.processBlock(input, at, output, at);
    }
    return output;
  }
}
