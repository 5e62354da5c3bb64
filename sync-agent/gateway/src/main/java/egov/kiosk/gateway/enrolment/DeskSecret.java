package egov.kiosk.gateway.enrolment;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.PrivateFile;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.crypto.sm.Sm4GcmBox;
import egov.kiosk.enrolment.message.CodeKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What the desks have and the book has not: a secret in a file beside the authority's key. It seals
 * what was derived from codes, so that whoever reads the book can enrol nobody, and makes
 * challenges, so that every desk knows every desk's. Safe for use by several threads.
 */
final class DeskSecret {
  private static final int BYTES = 32;

  private final byte[] secret;
  private final Sm4GcmBox box;

  private DeskSecret(byte[] secret, SecureRandom random) {
    this.secret = secret;
    box = new Sm4GcmBox(Arrays.copyOf(Sm3.hmac(secret, ascii("box")), 16), random);
  }

  /** Opens the secret, or makes it at the first start. */
  static DeskSecret open(Path file, SecureRandom random) throws IOException, CryptoException {
    if (!Files.exists(file)) {
      byte[] drawn = new byte[BYTES];
      random.nextBytes(drawn);
      PrivateFile.replace(file, ascii(HexFormat.of().formatHex(drawn) + "\n"));
    }
    byte[] word = PrivateFile.readWord(file);
    return new DeskSecret(Sm3.digest(word), random);
  }

  byte[] seal(String codeId, CodeKeys keys) {
    return box.seal(ascii(codeId), keys.kept());
  }

  CodeKeys open(String codeId, byte[] sealed) throws CryptoException {
    return CodeKeys.ofKept(box.open(ascii(codeId), sealed));
  }

  /** What a machine has to decrypt to prove its encryption key; the same for the same request. */
  byte[] challenge(String request) {
    return Sm3.hmac(Sm3.hmac(secret, ascii("challenge")), ascii(request));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "DeskSecret[hidden]";
  }
}
