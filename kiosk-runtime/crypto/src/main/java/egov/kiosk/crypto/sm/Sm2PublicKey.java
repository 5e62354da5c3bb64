package egov.kiosk.crypto.sm;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import java.util.Arrays;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.SM2Signer;

/** A point of the SM2 curve that is a valid public key. Immutable; safe for use by any thread. */
public final class Sm2PublicKey {
  /** Bytes of the encoded point: 04 ‖ x ‖ y. */
  public static final int LENGTH = 1 + 2 * Sm2Curve.WIDTH;

  /** SEQUENCE of two INTEGERs of one to 33 bytes. */
  private static final int SHORTEST_SIGNATURE = 8;

  private static final int LONGEST_SIGNATURE = 72;

  private final ECPublicKeyParameters key;
  private final byte[] encoded;

  private Sm2PublicKey(ECPublicKeyParameters key, byte[] encoded) {
    this.key = key;
    this.encoded = encoded;
  }

  /**
   * Takes a point.
   *
   * @param encoded uncompressed, 65 bytes; any other form is refused
   * @throws CryptoException {@link CryptoFault#KEY_INVALID} when it is off the curve, at infinity
   *     or of another form
   */
  public static Sm2PublicKey of(byte[] encoded) throws CryptoException {
    if (encoded.length != LENGTH || encoded[0] != 4) {
      throw invalid();
    }
    try {
      byte[] copy = encoded.clone();
      return new Sm2PublicKey(
          new ECPublicKeyParameters(Sm2Curve.DOMAIN.getCurve().decodePoint(copy), Sm2Curve.DOMAIN),
          copy);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  /**
   * Whether the signature is this key's over the message with the default user id.
   *
   * @param signature DER SEQUENCE of r and s (GB/T 35276 SM2Signature); anything but the one
   *     canonical encoding of values in range is false
   */
  public boolean verifies(byte[] message, byte[] signature) {
    return verifies(message, signature, Sm2Curve.defaultUserId());
  }

  /** As above with another user id, which enters through the value Z of GB/T 32918.2. */
  public boolean verifies(byte[] message, byte[] signature, byte[] userId) {
    if (!possible(signature)) {
      return false;
    }
    SM2Signer verifier = new SM2Signer();
    verifier.init(false, new ParametersWithID(key, userId));
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }

  /** Whether a signature can have this length; spares a parser what is far off. */
  static boolean possible(byte[] signature) {
    return signature.length >= SHORTEST_SIGNATURE && signature.length <= LONGEST_SIGNATURE;
  }

  /** The same key, prepared as {@link Sm2Verifying} needs it. */
  Sm2PublicKey withWideTables() {
    ECPublicKeyParameters prepared =
        new ECPublicKeyParameters(
            Sm2Curve.VERIFYING.getCurve().decodePoint(encoded), Sm2Curve.VERIFYING);
    WideTable.put(prepared.getQ());
    return new Sm2PublicKey(prepared, encoded);
  }

  /** The point, uncompressed, 65 bytes. */
  public byte[] encoded() {
    return encoded.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sm2PublicKey that && Arrays.equals(encoded, that.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  ECPublicKeyParameters parameters() {
    return key;
  }

  private static CryptoException invalid() {
    return new CryptoException(
        CryptoFault.KEY_INVALID, "not an uncompressed point of the SM2 curve; issue a new key");
  }
}
