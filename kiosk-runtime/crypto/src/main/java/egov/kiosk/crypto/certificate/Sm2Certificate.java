package egov.kiosk.crypto.certificate;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.der.StrictDer;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.TBSCertificate;

/**
 * A certificate of the profile of GB/T 20518 (GM/T 0015): X.509 version 3, SM2 key on the
 * recommended curve, signed with SM2 and SM3, exactly one common name. Having one says nothing
 * about trust: see {@link TrustStore}. Immutable; safe for use by any thread.
 */
public final class Sm2Certificate {
  /** No certificate of the profile needs more; larger input is refused unread. */
  static final int LARGEST = 8192;

  private final byte[] encoded;
  private final byte[] signedPart;
  private final byte[] signature;
  private final TBSCertificate fields;
  private final CertificateExtensions extensions;
  private final AlternativeNames alternativeNames;
  private final Sm2PublicKey publicKey;
  private final String commonName;
  private final Instant notBefore;
  private final Instant notAfter;

  private Sm2Certificate(byte[] der) throws CryptoException, IOException {
    Certificate certificate = Certificate.getInstance(der);
    encoded = der.clone();
    fields = certificate.getTBSCertificate();
    signedPart = fields.getEncoded(ASN1Encoding.DER);
    signature = certificate.getSignature().getOctets();
    if (!Arrays.equals(certificate.getEncoded(ASN1Encoding.DER), der)
        || fields.getVersionNumber() != 3
        || !fields.getSignature().equals(CertificateProfile.SM2_WITH_SM3)
        || !certificate.getSignatureAlgorithm().equals(CertificateProfile.SM2_WITH_SM3)
        || !fields.getSubjectPublicKeyInfo().getAlgorithm().equals(CertificateProfile.SM2_KEY)
        || fields.getExtensions() == null) {
      throw malformed();
    }
    extensions = CertificateExtensions.of(fields.getExtensions());
    alternativeNames = AlternativeNames.of(fields.getExtensions());
    publicKey = Sm2PublicKey.of(fields.getSubjectPublicKeyInfo().getPublicKeyData().getOctets());
    commonName = CertificateProfile.commonName(fields.getSubject());
    notBefore = fields.getStartDate().getDate().toInstant();
    notAfter = fields.getEndDate().getDate().toInstant();
  }

  /**
   * Reads one certificate.
   *
   * @param der its only DER encoding, at most 8 KiB
   * @throws CryptoException {@link CryptoFault#CERTIFICATE_MALFORMED}, or {@link
   *     CryptoFault#KEY_INVALID} when its key is no point of the curve
   */
  public static Sm2Certificate parse(byte[] der) throws CryptoException {
    if (!StrictDer.isOneValue(der, LARGEST)) {
      throw malformed();
    }
    try {
      return new Sm2Certificate(der);
    } catch (IOException | RuntimeException e) {
      throw malformed();
    }
  }

  /** The DER encoding. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** The subject's common name: for a kiosk its device id. */
  public String commonName() {
    return commonName;
  }

  /** The names and addresses of machines it speaks of; the common name is none of them. */
  public AlternativeNames alternativeNames() {
    return alternativeNames;
  }

  /** The subject's key. */
  public Sm2PublicKey publicKey() {
    return publicKey;
  }

  /** The issuer's name in DER. */
  public byte[] issuerName() {
    return der(fields.getIssuer());
  }

  /** The subject's name in DER. */
  public byte[] subjectName() {
    return der(fields.getSubject());
  }

  /** The serial number, unique with the issuer's name. */
  public BigInteger serialNumber() {
    return fields.getSerialNumber().getValue();
  }

  /** First instant of validity. */
  public Instant notBefore() {
    return notBefore;
  }

  /** Last instant of validity. */
  public Instant notAfter() {
    return notAfter;
  }

  /**
   * Checks the dates alone.
   *
   * @throws CryptoException {@link CryptoFault#CERTIFICATE_NOT_YET_VALID} or {@link
   *     CryptoFault#CERTIFICATE_EXPIRED}
   */
  public void checkValid(Instant at) throws CryptoException {
    checkValid(at, Duration.ZERO);
  }

  /** As above between clocks that may differ by so much. */
  public void checkValid(Instant at, Duration tolerance) throws CryptoException {
    if (at.plus(tolerance).isBefore(notBefore())) {
      throw new CryptoException(
          CryptoFault.CERTIFICATE_NOT_YET_VALID,
          "the certificate is valid from " + notBefore() + "; check the clock");
    }
    if (at.minus(tolerance).isAfter(notAfter())) {
      throw new CryptoException(
          CryptoFault.CERTIFICATE_EXPIRED,
          "the certificate expired on " + notAfter() + "; check the clock, then renew it");
    }
  }

  /** Whether its key usage allows this use. */
  public boolean allows(CertificateUse use) {
    return use.allowedBy(extensions.usageBits());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sm2Certificate that && Arrays.equals(encoded, that.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  @Override
  public String toString() {
    return "Sm2Certificate[serial " + serialNumber().toString(16) + "]";
  }

  X500Name subject() {
    return fields.getSubject();
  }

  /** Whether subject and issuer have the same name, as an anchor's have. */
  public boolean issuedUnderOwnName() {
    return issuedUnderNameOf(this);
  }

  boolean issuedUnderNameOf(Sm2Certificate authority) {
    return fields.getIssuer().equals(authority.fields.getSubject());
  }

  boolean signedBy(Sm2Certificate authority) {
    return authority.publicKey.verifies(signedPart, signature);
  }

  /** Whether its key may sign revocation lists. */
  boolean mayRevoke() {
    return extensions.authority() && (extensions.usageBits() & KeyUsage.cRLSign) != 0;
  }

  CertificateExtensions extensions() {
    return extensions;
  }

  private static byte[] der(X500Name name) {
    try {
      return name.getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new IllegalStateException("a name that was read can be written", e);
    }
  }

  private static CryptoException malformed() {
    return new CryptoException(
        CryptoFault.CERTIFICATE_MALFORMED,
        "not an SM2 certificate of the GB/T 20518 profile; issue a new one");
  }
}
