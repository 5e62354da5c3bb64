package egov.kiosk.crypto.sm;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/** PBKDF2 (RFC 8018 clause 5.2) with HMAC-SM3: makes guessing a word cost something. */
public final class Sm3Stretch {
  private Sm3Stretch() {}

  /**
   * Derives a key.
   *
   * @param word what only those who may know; not kept
   * @param iterations how much it costs
   * @param bytes length of the key
   */
  public static byte[] stretch(byte[] word, byte[] salt, int iterations, int bytes) {
    PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SM3Digest());
    generator.init(word, salt, iterations);
    return ((KeyParameter) generator.generateDerivedMacParameters(bytes * Byte.SIZE)).getKey();
  }
}
