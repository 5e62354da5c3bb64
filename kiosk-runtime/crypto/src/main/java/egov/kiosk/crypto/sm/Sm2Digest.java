package egov.kiosk.crypto.sm;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * The value e that an SM2 signature is really made over (GB/T 32918.2 clauses 5.5 and 6.1): SM3 of
 * Z and the message, where Z is SM3 of the length of the user id in bits, the user id, the curve
 * and the public key. Cryptographic modules take e and not the message.
 */
public final class Sm2Digest {
  private Sm2Digest() {}

  /**
   * Digests with the user id {@code 1234567812345678}.
   *
   * @param signer the public half of the key that will sign
   * @param message any bytes
   * @return 32 bytes
   */
  public static byte[] of(Sm2PublicKey signer, byte[] message) {
    return of(signer, message, Sm2Curve.defaultUserId());
  }

  /** As above with another user id, at most 8191 bytes. */
  public static byte[] of(Sm2PublicKey signer, byte[] message, byte[] userId) {
    return Sm3.digest(z(signer, userId), message);
  }

  private static byte[] z(Sm2PublicKey signer, byte[] id) {
    ECDomainParameters curve = Sm2Curve.DOMAIN;
    ECPoint base = curve.getG().normalize();
    int bits = id.length * Byte.SIZE;
    byte[] point = signer.encoded();
    byte[] withoutForm = Arrays.copyOfRange(point, 1, point.length);
    return Sm3.digest(
        new byte[] {(byte) (bits >>> 8), (byte) bits},
        id,
        bytes(curve.getCurve().getA().toBigInteger()),
        bytes(curve.getCurve().getB().toBigInteger()),
        bytes(base.getAffineXCoord().toBigInteger()),
        bytes(base.getAffineYCoord().toBigInteger()),
        withoutForm);
  }

  private static byte[] bytes(BigInteger value) {
    return BigIntegers.asUnsignedByteArray(Sm2Curve.WIDTH, value);
  }
}
