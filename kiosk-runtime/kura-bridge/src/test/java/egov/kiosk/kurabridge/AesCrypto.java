package egov.kiosk.kurabridge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;

/** The framework's service under one key, as it was seen: another key's text does not open. */
record AesCrypto(String key) implements CryptoService {
  private static final byte[] NONCE = "twelve bytes".getBytes(StandardCharsets.US_ASCII);

  @Override
  public char[] encryptAes(char[] value) throws KuraException {
    Base64.Encoder base64 = Base64.getEncoder();
    byte[] sealed =
        apply(Cipher.ENCRYPT_MODE, NONCE, new String(value).getBytes(StandardCharsets.UTF_8));
    return (base64.encodeToString(NONCE) + "-" + base64.encodeToString(sealed)).toCharArray();
  }

  @Override
  public char[] decryptAes(char[] value) throws KuraException {
    String[] parts = new String(value).split("-");
    if (parts.length != 2) {
      throw new KuraException();
    }
    byte[] nonce = Base64.getDecoder().decode(parts[0]);
    byte[] plain = apply(Cipher.DECRYPT_MODE, nonce, Base64.getDecoder().decode(parts[1]));
    return new String(plain, StandardCharsets.UTF_8).toCharArray();
  }

  private byte[] apply(int mode, byte[] nonce, byte[] bytes) throws KuraException {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode,
          new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "AES"),
          new GCMParameterSpec(128, nonce));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new KuraException();
    }
  }
}
