package egov.kiosk.crypto.sm;

import egov.kiosk.crypto.CryptoException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;

/**
 * An SM2 signature as modules give it: two numbers of 32 bytes, big-endian. Messages carry it as
 * DER (GB/T 35276 SM2Signature). Immutable.
 */
public final class Sm2RawSignature {
  /** Bytes of r and s one after the other. */
  public static final int LENGTH = 2 * Sm2Curve.WIDTH;

  private final byte[] values;

  private Sm2RawSignature(byte[] values) {
    this.values = values;
  }

  /**
   * Takes r and s one after the other, 64 bytes.
   *
   * @throws CryptoException as {@link CryptoException#messageRefused} when it is of another length
   */
  public static Sm2RawSignature of(byte[] values) throws CryptoException {
    if (values.length != LENGTH) {
      throw CryptoException.messageRefused();
    }
    return new Sm2RawSignature(values.clone());
  }

  /** DER SEQUENCE of r and s. */
  public byte[] der() {
    try {
      return new DERSequence(new ASN1Encodable[] {integer(0), integer(Sm2Curve.WIDTH)})
          .getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new IllegalStateException("Bouncy Castle cannot encode two numbers", e);
    }
  }

  private ASN1Integer integer(int from) {
    return new ASN1Integer(
        new BigInteger(1, Arrays.copyOfRange(values, from, from + Sm2Curve.WIDTH)));
  }
}
