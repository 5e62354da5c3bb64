package egov.kiosk.crypto.certificate;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import egov.kiosk.crypto.sm.Sm2Signing;
import egov.kiosk.crypto.sm.Sm3;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/**
 * What shall be certified.
 *
 * @param name common name
 * @param others alternative names
 * @param key the subject's key
 * @param use what the key is for
 * @param pathLength for authorities: how many may follow below
 * @param from first instant of validity, cut to seconds
 * @param until last instant of validity, cut to seconds
 */
record CertificateRequest(
    String name,
    AlternativeNames others,
    Sm2PublicKey key,
    CertificateUse use,
    OptionalInt pathLength,
    Instant from,
    Instant until) {
  private static final int KEY_ID_BYTES = 20;
  private static final int SERIAL_BITS = 127;

  CertificateRequest {
    if (!name.matches("[0-9A-Za-z.-]{1,63}")) {
      throw new IllegalArgumentException(
          "a certificate's name has 1 to 63 letters, digits, dots and hyphens");
    }
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a certificate is valid for some time");
    }
  }

  Sm2Certificate issue(
      X500Name issuer, Sm2PublicKey issuerKey, Sm2Signing signing, SecureRandom random)
      throws CryptoException {
    try {
      TBSCertificate signedPart = signedPart(issuer, issuerKey, random);
      byte[] signature = signing.sign(signedPart.getEncoded(ASN1Encoding.DER));
      return Sm2Certificate.parse(
          new DERSequence(
                  new ASN1Encodable[] {
                    signedPart, CertificateProfile.SM2_WITH_SM3, new DERBitString(signature)
                  })
              .getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new IllegalStateException("Bouncy Castle cannot encode a certificate", e);
    }
  }

  private TBSCertificate signedPart(X500Name issuer, Sm2PublicKey issuerKey, SecureRandom random)
      throws IOException {
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(
        new ASN1Integer(new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE)));
    generator.setSignature(CertificateProfile.SM2_WITH_SM3);
    generator.setIssuer(issuer);
    generator.setSubject(CertificateProfile.name(name));
    generator.setStartDate(new Time(Date.from(from)));
    generator.setEndDate(new Time(Date.from(until)));
    generator.setSubjectPublicKeyInfo(
        new SubjectPublicKeyInfo(CertificateProfile.SM2_KEY, key.encoded()));
    generator.setExtensions(extensions(issuerKey).generate());
    return generator.generateTBSCertificate();
  }

  private ExtensionsGenerator extensions(Sm2PublicKey issuerKey) throws IOException {
    boolean authority = use == CertificateUse.ISSUE;
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    extensions.addExtension(
        Extension.basicConstraints,
        true,
        authority ? new BasicConstraints(pathLength.orElseThrow()) : new BasicConstraints(false));
    extensions.addExtension(Extension.keyUsage, true, new KeyUsage(use.issuedBits()));
    extensions.addExtension(
        Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(key)));
    extensions.addExtension(
        Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(keyId(issuerKey)));
    if (!others.isEmpty()) {
      extensions.addExtension(Extension.subjectAlternativeName, false, others.encoded());
    }
    return extensions;
  }

  /** The first 160 bits of SM3 over the point, where RFC 5280 suggests SHA-1. */
  static byte[] keyId(Sm2PublicKey key) {
    return Arrays.copyOf(Sm3.digest(key.encoded()), KEY_ID_BYTES);
  }
}
