package egov.kiosk.crypto.certificate;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm2Signing;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** Makes certificates that the product's own authority would never issue. */
final class Forge {
  final Sm2PrivateKey key = Sm2PrivateKey.generate(new SecureRandom());
  X500Name subject = CertificateProfile.name("forged");
  Instant from = Lab.FROM;
  Instant until = Lab.UNTIL;
  AlgorithmIdentifier innerAlgorithm = CertificateProfile.SM2_WITH_SM3;
  AlgorithmIdentifier outerAlgorithm = CertificateProfile.SM2_WITH_SM3;
  SubjectPublicKeyInfo keyInfo =
      new SubjectPublicKeyInfo(CertificateProfile.SM2_KEY, key.publicKey().encoded());
  ExtensionsGenerator extensions = new ExtensionsGenerator();

  Forge usage(int bits) throws IOException {
    extensions.addExtension(Extension.keyUsage, true, new KeyUsage(bits));
    return this;
  }

  Forge authority(int pathLength) throws IOException {
    extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(pathLength));
    return usage(KeyUsage.keyCertSign);
  }

  Forge extension(ASN1ObjectIdentifier type, boolean critical) {
    extensions.addExtension(new Extension(type, critical, new DEROctetString(new byte[] {5, 0})));
    return this;
  }

  Sm2Certificate by(IssuedKey issuer) throws IOException, CryptoException {
    return Sm2Certificate.parse(der(issuer));
  }

  IssuedKey keyBy(IssuedKey issuer) throws IOException, CryptoException {
    return new IssuedKey(key, by(issuer));
  }

  Sm2Certificate bySelf() throws IOException, CryptoException {
    return Sm2Certificate.parse(der(subject, key));
  }

  byte[] der(IssuedKey issuer) throws IOException {
    return der(issuer.certificate().subject(), issuer.key());
  }

  private byte[] der(X500Name issuerName, Sm2PrivateKey issuerKey) throws IOException {
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(BigInteger.TEN));
    generator.setSignature(innerAlgorithm);
    generator.setIssuer(issuerName);
    generator.setSubject(subject);
    generator.setStartDate(new Time(Date.from(from)));
    generator.setEndDate(new Time(Date.from(until)));
    generator.setSubjectPublicKeyInfo(keyInfo);
    if (!extensions.isEmpty()) {
      generator.setExtensions(extensions.generate());
    }
    ASN1Encodable signedPart = generator.generateTBSCertificate();
    byte[] signature =
        new Sm2Signing(issuerKey, new SecureRandom())
            .sign(signedPart.toASN1Primitive().getEncoded("DER"));
    return new DERSequence(
            new ASN1Encodable[] {signedPart, outerAlgorithm, new DERBitString(signature)})
        .getEncoded("DER");
  }
}
