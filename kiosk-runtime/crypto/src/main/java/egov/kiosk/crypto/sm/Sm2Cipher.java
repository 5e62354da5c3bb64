package egov.kiosk.crypto.sm;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.der.StrictDer;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.util.BigIntegers;

/**
 * The form an SM2 ciphertext takes in a message: SM2Cipher of GB/T 35276, SEQUENCE of x, y, hash
 * and ciphertext. Bouncy Castle's engine speaks C1 ‖ C3 ‖ C2 with C1 = 04 ‖ x ‖ y.
 */
final class Sm2Cipher {
  private static final int X = 1;
  private static final int Y = X + Sm2Curve.WIDTH;
  private static final int HASH = Y + Sm2Curve.WIDTH;
  private static final int TEXT = HASH + Sm3.LENGTH;

  /** It holds keys; larger input is refused unread. */
  private static final int LARGEST = 8192;

  private Sm2Cipher() {}

  static byte[] encode(byte[] raw) throws IOException {
    return new DERSequence(
            new ASN1Encodable[] {
              new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, X, Y))),
              new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, Y, HASH))),
              new DEROctetString(Arrays.copyOfRange(raw, HASH, TEXT)),
              new DEROctetString(Arrays.copyOfRange(raw, TEXT, raw.length))
            })
        .getEncoded(ASN1Encoding.DER);
  }

  /** Takes only the one DER encoding; what else is wrong the engine finds. */
  static byte[] decode(byte[] der) throws CryptoException {
    if (!StrictDer.isOneValue(der, LARGEST)) {
      throw CryptoException.messageRefused();
    }
    try {
      ASN1Sequence parts = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
      byte[] hash = ASN1OctetString.getInstance(parts.getObjectAt(2)).getOctets();
      byte[] text = ASN1OctetString.getInstance(parts.getObjectAt(3)).getOctets();
      byte[] raw = new byte[TEXT + text.length];
      raw[0] = 4;
      coordinate(parts, 0, raw, X);
      coordinate(parts, 1, raw, Y);
      System.arraycopy(hash, 0, raw, HASH, Sm3.LENGTH);
      System.arraycopy(text, 0, raw, TEXT, text.length);
      if (text.length == 0 || !Arrays.equals(encode(raw), der)) {
        throw CryptoException.messageRefused();
      }
      return raw;
    } catch (IOException | RuntimeException e) {
      throw CryptoException.messageRefused();
    }
  }

  private static void coordinate(ASN1Sequence parts, int index, byte[] raw, int at) {
    BigInteger value = ASN1Integer.getInstance(parts.getObjectAt(index)).getPositiveValue();
    BigIntegers.asUnsignedByteArray(value, raw, at, Sm2Curve.WIDTH);
  }
}
