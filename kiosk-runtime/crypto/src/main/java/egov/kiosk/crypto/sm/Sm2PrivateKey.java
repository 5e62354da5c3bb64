package egov.kiosk.crypto.sm;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * An SM2 private key in this process's memory. The JVM cannot promise to erase it: production keys
 * belong in hardware, behind the custody port. Immutable; safe for use by any thread. Prints
 * nothing of itself.
 */
public final class Sm2PrivateKey {
  private static final BigInteger LARGEST = Sm2Curve.DOMAIN.getN().subtract(BigInteger.TWO);

  private final ECPrivateKeyParameters key;
  private final Sm2PublicKey publicKey;

  private Sm2PrivateKey(BigInteger scalar) throws CryptoException {
    key = new ECPrivateKeyParameters(scalar, Sm2Curve.DOMAIN);
    publicKey =
        Sm2PublicKey.of(
            new FixedPointCombMultiplier()
                .multiply(Sm2Curve.DOMAIN.getG(), scalar)
                .getEncoded(false));
  }

  /**
   * Takes a key.
   *
   * @param scalar 32 bytes, big-endian, in 1 … n−2 (GB/T 32918.1)
   * @throws CryptoException {@link CryptoFault#KEY_INVALID} when out of range or of another length
   */
  public static Sm2PrivateKey of(byte[] scalar) throws CryptoException {
    BigInteger value = new BigInteger(1, scalar);
    if (scalar.length != Sm2Curve.WIDTH || value.signum() == 0 || value.compareTo(LARGEST) > 0) {
      throw new CryptoException(
          CryptoFault.KEY_INVALID, "not a private key of the SM2 curve; issue a new key");
    }
    return new Sm2PrivateKey(value);
  }

  /** Makes a new key. */
  public static Sm2PrivateKey generate(SecureRandom random) {
    while (true) {
      byte[] candidate = new byte[Sm2Curve.WIDTH];
      random.nextBytes(candidate);
      try {
        return of(candidate);
      } catch (CryptoException outOfRange) {
        // One draw in four thousand million is out of range: draw again.
      }
    }
  }

  /** The public half. */
  public Sm2PublicKey publicKey() {
    return publicKey;
  }

  /** The scalar, 32 bytes, big-endian: for writing a laboratory key file. */
  public byte[] scalar() {
    return BigIntegers.asUnsignedByteArray(Sm2Curve.WIDTH, key.getD());
  }

  /** Nothing of the key. */
  @Override
  public String toString() {
    return "Sm2PrivateKey[hidden]";
  }

  ECPrivateKeyParameters parameters() {
    return key;
  }
}
