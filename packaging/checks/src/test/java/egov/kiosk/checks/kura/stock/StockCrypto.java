package egov.kiosk.checks.kura.stock;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;

/** AES under one key for everything; a text is two parts in base64 with a hyphen between. */
final class StockCrypto implements CryptoService {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param key sixteen characters
   */
  StockCrypto(String key) {
    this.key = new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "AES");
  }

  @Override
  public char[] encryptAes(char[] value) throws KuraException {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    Base64.Encoder base64 = Base64.getEncoder();
    byte[] sealed =
        apply(Cipher.ENCRYPT_MODE, nonce, new String(value).getBytes(StandardCharsets.UTF_8));
    return (base64.encodeToString(nonce) + "-" + base64.encodeToString(sealed)).toCharArray();
  }

  @Override
  public char[] decryptAes(char[] value) throws KuraException {
    String[] parts = new String(value).split("-", 2);
    if (parts.length != 2) {
      throw new KuraException();
    }
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] plain = apply(Cipher.DECRYPT_MODE, base64.decode(parts[0]), base64.decode(parts[1]));
    return new String(plain, StandardCharsets.UTF_8).toCharArray();
  }

  private byte[] apply(int mode, byte[] nonce, byte[] bytes) throws KuraException {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new KuraException();
    }
  }
}
