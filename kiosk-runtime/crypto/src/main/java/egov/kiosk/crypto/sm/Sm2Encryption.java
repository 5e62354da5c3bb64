package egov.kiosk.crypto.sm;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/**
 * Public key encryption SM2 (GB/T 32918.4), ciphertext as SM2Cipher in DER (GB/T 35276). Meant for
 * keys of a few dozen bytes. Safe for use by any thread.
 */
public final class Sm2Encryption {
  private Sm2Encryption() {}

  /**
   * Encrypts.
   *
   * @param plaintext 1 byte or more
   * @param random where k comes from: hedge it
   */
  public static byte[] encrypt(Sm2PublicKey recipient, byte[] plaintext, SecureRandom random) {
    if (plaintext.length == 0) {
      throw new IllegalArgumentException("SM2 encrypts one byte or more");
    }
    SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(true, new ParametersWithRandom(recipient.parameters(), random));
    try {
      return Sm2Cipher.encode(engine.processBlock(plaintext, 0, plaintext.length));
    } catch (InvalidCipherTextException | IOException e) {
      throw new IllegalStateException("Bouncy Castle cannot encrypt with SM2", e);
    }
  }

  /**
   * Decrypts.
   *
   * @throws CryptoException {@link CryptoFault#MESSAGE_REFUSED} when anything about it is wrong
   */
  public static byte[] decrypt(Sm2PrivateKey recipient, byte[] ciphertext) throws CryptoException {
    byte[] raw = Sm2Cipher.decode(ciphertext);
    SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(false, recipient.parameters());
    try {
      return engine.processBlock(raw, 0, raw.length);
    } catch (InvalidCipherTextException | RuntimeException e) {
      throw CryptoException.messageRefused();
    }
  }
}
