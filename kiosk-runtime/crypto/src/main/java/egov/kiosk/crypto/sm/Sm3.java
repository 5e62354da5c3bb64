package egov.kiosk.crypto.sm;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The hash SM3 (GB/T 32905-2016) and HMAC over it; 32 bytes out. Safe for use by any thread. */
public final class Sm3 {
  /** Bytes of a hash value. */
  public static final int LENGTH = 32;

  private Sm3() {}

  /** The hash of the parts one after the other. */
  public static byte[] digest(byte[]... parts) {
    SM3Digest digest = new SM3Digest();
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    byte[] hash = new byte[LENGTH];
    digest.doFinal(hash, 0);
    return hash;
  }

  /** HMAC-SM3 of the parts one after the other. */
  public static byte[] hmac(byte[] key, byte[]... parts) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(key));
    for (byte[] part : parts) {
      mac.update(part, 0, part.length);
    }
    byte[] tag = new byte[LENGTH];
    mac.doFinal(tag, 0);
    return tag;
  }
}
