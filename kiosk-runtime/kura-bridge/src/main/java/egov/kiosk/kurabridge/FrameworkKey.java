package egov.kiosk.kurabridge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;

/**
 * Whether the framework seals under the key that stands in its published source, because nobody
 * gave it one. Found out by what it opens: a text sealed here, under that key, as the framework
 * does it (AES-GCM with 12 bytes of nonce and 128 bits of tag; nonce and sealed text in base64, a
 * hyphen between). Seen in its source; not tried with code of its own.
 */
final class FrameworkKey {
  private static final byte[] PUBLISHED = "rv;ipse329183!@#".getBytes(StandardCharsets.US_ASCII);

  /** Says nothing and protects nothing, so it may be sealed anew each time with one nonce. */
  private static final String PROBE = "kiosk";

  private static final byte[] NONCE = new byte[12];
  private static final int TAG_BITS = 128;

  private FrameworkKey() {}

  /** Asks the framework's own service. */
  static boolean isPublished(CryptoService crypto) {
    try {
      return Arrays.equals(crypto.decryptAes(sealed()), PROBE.toCharArray());
    } catch (KuraException | IllegalArgumentException e) {
      // It has another key, as it should.
      return false;
    }
  }

  private static char[] sealed() {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(PUBLISHED, "AES"),
          new GCMParameterSpec(TAG_BITS, NONCE));
      Base64.Encoder base64 = Base64.getEncoder();
      byte[] text = cipher.doFinal(PROBE.getBytes(StandardCharsets.US_ASCII));
      return (base64.encodeToString(NONCE) + "-" + base64.encodeToString(text)).toCharArray();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }
}
