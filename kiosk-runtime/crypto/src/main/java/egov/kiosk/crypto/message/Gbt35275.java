package egov.kiosk.crypto.message;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.der.StrictDer;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * Identifiers and the shapes shared by the messages of GB/T 35275-2017 (GM/T 0010). The structures
 * are those of PKCS#7, the content types are the standard's own under 1.2.156.10197.6.1.4.2, so the
 * CMS classes of Bouncy Castle do not fit.
 */
final class Gbt35275 {
  static final ASN1ObjectIdentifier DATA = GMObjectIdentifiers.sm2_pkcs7_data;
  static final ASN1ObjectIdentifier SIGNED_DATA = GMObjectIdentifiers.sm2_pkcs7_signedData;
  static final ASN1ObjectIdentifier ENVELOPED_DATA = GMObjectIdentifiers.sm2_pkcs7_envelopedData;

  /** SM3, parameters absent. */
  static final AlgorithmIdentifier SM3 = new AlgorithmIdentifier(GMObjectIdentifiers.sm3);

  /** SM2 signature (SM2-1), parameters absent. */
  static final AlgorithmIdentifier SM2_SIGN = new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign);

  /** SM2 encryption (SM2-3), parameters absent. */
  static final AlgorithmIdentifier SM2_ENCRYPT =
      new AlgorithmIdentifier(GMObjectIdentifiers.sm2encrypt);

  static final ASN1Integer VERSION_1 = new ASN1Integer(1);

  /** Larger input is refused unread; messages on the line are at most 64 KiB. */
  private static final int LARGEST = 1024 * 1024;

  private Gbt35275() {}

  static DERSequence sequence(ASN1Encodable... parts) {
    return new DERSequence(parts);
  }

  static DERSequence contentInfo(ASN1ObjectIdentifier type, ASN1Encodable content) {
    return sequence(type, new DERTaggedObject(true, 0, content));
  }

  static DERSequence issuerAndSerialNumber(Sm2Certificate certificate) throws IOException {
    return sequence(
        ASN1Primitive.fromByteArray(certificate.issuerName()),
        new ASN1Integer(certificate.serialNumber()));
  }

  static byte[] der(ASN1Encodable value) throws IOException {
    return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
  }

  static ASN1Sequence parse(byte[] der) throws IOException, CryptoException {
    if (!StrictDer.isOneValue(der, LARGEST)) {
      throw CryptoException.messageRefused();
    }
    return ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
  }

  /** Element of a sequence that is itself a sequence. */
  static ASN1Sequence sequenceAt(ASN1Sequence parent, int index) {
    return ASN1Sequence.getInstance(parent.getObjectAt(index));
  }

  /** What an explicit context tag holds. */
  static ASN1Encodable explicitAt(ASN1Sequence parent, int index) {
    return ASN1TaggedObject.getInstance(parent.getObjectAt(index), BERTags.CONTEXT_SPECIFIC, 0)
        .getExplicitBaseObject();
  }
}
