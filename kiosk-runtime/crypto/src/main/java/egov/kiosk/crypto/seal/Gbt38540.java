package egov.kiosk.crypto.seal;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.der.StrictDer;
import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;

/** The shapes shared by seal and signature of GB/T 38540-2020, and their strict reading. */
final class Gbt38540 {
  /** The version both structures carry; 1 is the older GM/T 0031, built differently. */
  static final int VERSION = 4;

  static final ASN1ObjectIdentifier SM2_WITH_SM3 = GMObjectIdentifiers.sm2sign_with_sm3;

  /** Larger input is refused unread. */
  static final int LARGEST = 1024 * 1024;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private Gbt38540() {}

  static DERSequence sequence(ASN1Encodable... parts) {
    return new DERSequence(parts);
  }

  static byte[] der(ASN1Encodable value) {
    try {
      return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new IllegalStateException("Bouncy Castle cannot encode a seal", e);
    }
  }

  /** Reads a sequence that is its own only DER encoding. */
  static ASN1Sequence parse(byte[] der) throws IOException, CryptoException {
    if (!StrictDer.isOneValue(der, LARGEST)) {
      throw CryptoException.messageRefused();
    }
    ASN1Sequence read = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
    if (!Arrays.equals(der(read), der)) {
      throw CryptoException.messageRefused();
    }
    return read;
  }

  static ASN1Sequence sequenceAt(ASN1Sequence parent, int index) {
    return ASN1Sequence.getInstance(parent.getObjectAt(index));
  }

  static int intAt(ASN1Sequence parent, int index) {
    return ASN1Integer.getInstance(parent.getObjectAt(index)).intValueExact();
  }

  static String asciiAt(ASN1Sequence parent, int index) {
    return ASN1IA5String.getInstance(parent.getObjectAt(index)).getString();
  }

  static byte[] octetsAt(ASN1Sequence parent, int index) {
    return ASN1OctetString.getInstance(parent.getObjectAt(index)).getOctets();
  }

  static byte[] bitsAt(ASN1Sequence parent, int index) {
    return ASN1BitString.getInstance(parent.getObjectAt(index)).getOctets();
  }

  static Instant timeAt(ASN1Sequence parent, int index) throws ParseException {
    return ASN1GeneralizedTime.getInstance(parent.getObjectAt(index)).getDate().toInstant();
  }

  static Sm2Certificate certificateAt(ASN1Sequence parent, int index) throws CryptoException {
    try {
      return Sm2Certificate.parse(octetsAt(parent, index));
    } catch (CryptoException e) {
      throw CryptoException.messageRefused();
    }
  }

  static boolean sm2At(ASN1Sequence parent, int index) {
    return SM2_WITH_SM3.equals(parent.getObjectAt(index));
  }

  static ASN1Encodable time(Instant instant) {
    return new DERGeneralizedTime(TIME.format(instant));
  }

  static ASN1Encodable ascii(String text) {
    return new DERIA5String(text, true);
  }

  static ASN1Encodable certificate(Sm2Certificate certificate) {
    return new DEROctetString(certificate.encoded());
  }

  static ASN1Encodable bits(byte[] bytes) {
    return new DERBitString(bytes);
  }
}
