package egov.kiosk.crypto.sm;

import egov.kiosk.domain.envelope.Sm3Digest;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SM3 (GB/T 32905-2016) piece by piece, for rooms that do not know Bouncy Castle. */
public final class StreamedSm3 implements Sm3Digest {
  @Override
  public Running start() {
    SM3Digest digest = new SM3Digest();
    return new Running() {
      @Override
      public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
      }

      @Override
      public byte[] finish() {
        byte[] hash = new byte[LENGTH];
        digest.doFinal(hash, 0);
        return hash;
      }
    };
  }

  @Override
  public byte[] of(byte[] bytes) {
    return Sm3.digest(bytes);
  }
}
