package egov.kiosk.crypto.sm;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Makes guessing what people type slow: PBKDF2 (RFC 8018 clause 5.2; GM/T 0091) with HMAC-SM3. Safe
 * for use by any thread.
 */
public final class Pbkdf2Sm3 {
  private static final int LONGEST = 64;

  private Pbkdf2Sm3() {}

  /**
   * Derives bytes.
   *
   * @param word what was typed; not kept
   * @param salt drawn for this word
   * @param iterations at least 1
   * @param length bytes wanted, 1 to 64
   */
  public static byte[] derive(byte[] word, byte[] salt, int iterations, int length) {
    if (iterations < 1 || length < 1 || length > LONGEST) {
      throw new IllegalArgumentException("at least one iteration, and 1 to 64 bytes");
    }
    PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SM3Digest());
    generator.init(word, salt, iterations);
    return ((KeyParameter) generator.generateDerivedMacParameters(length * Byte.SIZE)).getKey();
  }
}
