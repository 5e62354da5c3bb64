package egov.kiosk.crypto.seal;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;

/** SES_SealInfo of GB/T 38540-2020: header, id, property and picture, without extensions. */
final class SealCoding {
  private static final String MARK = "ES";

  /** The property lists certificates; 2 would be their digests. */
  private static final int LISTS_CERTIFICATES = 1;

  private static final int PARTS = 4;

  private SealCoding() {}

  static ASN1Encodable encode(SealContent seal) {
    DERSequence property =
        Gbt38540.sequence(
            new ASN1Integer(seal.type()),
            new DERUTF8String(seal.name()),
            new ASN1Integer(LISTS_CERTIFICATES),
            new DERSequence(
                seal.signers().stream().map(Gbt38540::certificate).toArray(ASN1Encodable[]::new)),
            Gbt38540.time(seal.createdAt()),
            Gbt38540.time(seal.validFrom()),
            Gbt38540.time(seal.validUntil()));
    SealPicture picture = seal.picture();
    return Gbt38540.sequence(
        Gbt38540.sequence(
            Gbt38540.ascii(MARK), new ASN1Integer(Gbt38540.VERSION), Gbt38540.ascii(seal.vendor())),
        Gbt38540.ascii(seal.id()),
        property,
        Gbt38540.sequence(
            Gbt38540.ascii(picture.format()),
            new DEROctetString(picture.image()),
            new ASN1Integer(picture.widthMillimetres()),
            new ASN1Integer(picture.heightMillimetres())));
  }

  /**
   * Extensions after the four parts are left to whoever made them; they are signed like the rest.
   */
  static SealContent decode(ASN1Sequence info) throws CryptoException, ParseException {
    ASN1Sequence header = Gbt38540.sequenceAt(info, 0);
    if (info.size() < PARTS
        || !Gbt38540.asciiAt(header, 0).equals(MARK)
        || Gbt38540.intAt(header, 1) != Gbt38540.VERSION) {
      throw CryptoException.messageRefused();
    }
    ASN1Sequence property = Gbt38540.sequenceAt(info, 2);
    if (Gbt38540.intAt(property, 2) != LISTS_CERTIFICATES) {
      throw CryptoException.messageRefused();
    }
    ASN1Sequence picture = Gbt38540.sequenceAt(info, 3);
    return new SealContent(
        Gbt38540.asciiAt(info, 1),
        Gbt38540.asciiAt(header, 2),
        Gbt38540.intAt(property, 0),
        ASN1UTF8String.getInstance(property.getObjectAt(1)).getString(),
        certificates(Gbt38540.sequenceAt(property, 3)),
        Gbt38540.timeAt(property, 4),
        Gbt38540.timeAt(property, 5),
        Gbt38540.timeAt(property, 6),
        new SealPicture(
            Gbt38540.asciiAt(picture, 0),
            Gbt38540.octetsAt(picture, 1),
            Gbt38540.intAt(picture, 2),
            Gbt38540.intAt(picture, 3)));
  }

  private static List<Sm2Certificate> certificates(ASN1Sequence list) throws CryptoException {
    List<Sm2Certificate> certificates = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      certificates.add(Gbt38540.certificateAt(list, i));
    }
    return certificates;
  }
}
