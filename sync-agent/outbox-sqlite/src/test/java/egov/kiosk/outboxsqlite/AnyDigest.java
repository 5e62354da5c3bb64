package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.envelope.Sm3Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** For this room any digest of 32 bytes serves; the JDK has this one. */
public final class AnyDigest implements Sm3Digest {
  @Override
  public Running start() {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    return new Running() {
      @Override
      public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
      }

      @Override
      public byte[] finish() {
        return digest.digest();
      }
    };
  }
}
