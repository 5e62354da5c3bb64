package egov.kiosk.crypto.message;

import egov.kiosk.crypto.certificate.Sm2Certificate;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The parts of a message, each of which a test may bend before it is put together. */
final class MessageParts {
  private final Sm2Certificate signerCertificate;
  int version = 1;
  int signerVersion = 1;
  int signers = 1;
  int certificates = 1;
  long serial;
  AlgorithmIdentifier digest = Gbt35275.SM3;
  AlgorithmIdentifier signerDigest = Gbt35275.SM3;
  AlgorithmIdentifier signerAlgorithm = Gbt35275.SM2_SIGN;
  ASN1ObjectIdentifier outerType = Gbt35275.SIGNED_DATA;
  ASN1ObjectIdentifier contentType = Gbt35275.DATA;
  byte[] signature;

  MessageParts(Sm2Certificate signerCertificate) {
    this.signerCertificate = signerCertificate;
  }

  byte[] encode() throws IOException {
    ASN1Encodable issuerAndSerial = Gbt35275.issuerAndSerialNumber(signerCertificate);
    if (serial != 0) {
      issuerAndSerial =
          new DERSequence(
              new ASN1Encodable[] {
                ASN1Sequence.getInstance(issuerAndSerial).getObjectAt(0), new ASN1Integer(serial)
              });
    }
    ASN1Encodable signer =
        Gbt35275.sequence(
            new ASN1Integer(signerVersion),
            issuerAndSerial,
            signerDigest,
            signerAlgorithm,
            new DEROctetString(signature));
    ASN1Encodable certificate = ASN1Primitive.fromByteArray(signerCertificate.encoded());
    ASN1Encodable signedData =
        Gbt35275.sequence(
            new ASN1Integer(version),
            new DERSet(digest),
            Gbt35275.contentInfo(contentType, new DEROctetString(SignedMessageTest.CONTENT)),
            new DERTaggedObject(false, 0, repeat(certificate, certificates)),
            repeat(signer, signers));
    return Gbt35275.der(Gbt35275.contentInfo(outerType, signedData));
  }

  private DERSet repeat(ASN1Encodable value, int times) {
    ASN1Encodable[] values = new ASN1Encodable[times];
    Arrays.fill(values, value);
    return new DERSet(values);
  }
}
