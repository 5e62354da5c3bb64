package egov.kiosk.crypto.certificate;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.sm.Sm2Signing;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;

/**
 * What a revocation list shall say.
 *
 * @param number the list's number
 * @param revoked serial numbers and since when they are not to be believed
 * @param from when it is made, cut to seconds
 * @param until when the next one is out at the latest, cut to seconds
 */
record RevocationRequest(
    BigInteger number, Map<BigInteger, Instant> revoked, Instant from, Instant until) {
  RevocationRequest {
    revoked = Map.copyOf(revoked);
    if (number.signum() < 0 || !from.isBefore(until)) {
      throw new IllegalArgumentException("a revocation list has a number and lasts some time");
    }
  }

  RevocationList issue(Sm2Certificate issuer, Sm2Signing signing) throws CryptoException {
    try {
      TBSCertList signedPart = signedPart(issuer);
      return RevocationList.parse(
          new DERSequence(
                  new ASN1Encodable[] {
                    signedPart,
                    CertificateProfile.SM2_WITH_SM3,
                    new DERBitString(signing.sign(signedPart.getEncoded(ASN1Encoding.DER)))
                  })
              .getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new IllegalStateException("Bouncy Castle cannot encode a revocation list", e);
    }
  }

  private TBSCertList signedPart(Sm2Certificate issuer) throws IOException {
    V2TBSCertListGenerator generator = new V2TBSCertListGenerator();
    generator.setSignature(CertificateProfile.SM2_WITH_SM3);
    generator.setIssuer(issuer.subject());
    generator.setThisUpdate(time(from));
    generator.setNextUpdate(time(until));
    for (Map.Entry<BigInteger, Instant> entry : new TreeMap<>(revoked).entrySet()) {
      // No reason: RFC 5280 wants the extension left out when none is given.
      generator.addCRLEntry(
          new ASN1Integer(entry.getKey()), time(entry.getValue()), (Extensions) null);
    }
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    extensions.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new AuthorityKeyIdentifier(CertificateRequest.keyId(issuer.publicKey())));
    extensions.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
    generator.setExtensions(extensions.generate());
    return generator.generateTBSCertList();
  }

  private static Time time(Instant instant) {
    return new Time(Date.from(instant));
  }
}
