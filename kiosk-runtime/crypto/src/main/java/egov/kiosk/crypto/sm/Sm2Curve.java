package egov.kiosk.crypto.sm;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;

/**
 * The recommended curve of GB/T 32918.5. The "custom" curve object of Bouncy Castle has field
 * arithmetic written for this prime: four times faster to sign and eight times faster to verify
 * than the generic one.
 */
final class Sm2Curve {
  static final ECDomainParameters DOMAIN =
      new ECDomainParameters(CustomNamedCurves.getByName("sm2p256v1"));

  /** The same curve with a base point of its own, whose larger table only verifying may use. */
  static final ECDomainParameters VERIFYING = verifying();

  /** Bytes of a coordinate and of a scalar. */
  static final int WIDTH = 32;

  private static final byte[] DEFAULT_USER_ID =
      "1234567812345678".getBytes(StandardCharsets.US_ASCII);

  private Sm2Curve() {}

  private static ECDomainParameters verifying() {
    ECDomainParameters domain =
        new ECDomainParameters(
            DOMAIN.getCurve(),
            DOMAIN.getCurve().decodePoint(DOMAIN.getG().getEncoded(false)),
            DOMAIN.getN(),
            DOMAIN.getH());
    WideTable.put(domain.getG());
    return domain;
  }

  /** The signer's id when none is agreed: GM/T 0009, GB/T 35276 clause 10. */
  static byte[] defaultUserId() {
    return DEFAULT_USER_ID.clone();
  }
}
