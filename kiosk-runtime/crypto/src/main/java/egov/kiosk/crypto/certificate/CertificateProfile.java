package egov.kiosk.crypto.certificate;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The object identifiers and names of the certificate profile of GB/T 20518. */
final class CertificateProfile {
  /** SM2 signature with SM3 (GM/T 0006), parameters absent as every Chinese CA and OpenSSL do. */
  static final AlgorithmIdentifier SM2_WITH_SM3 =
      new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);

  /** An elliptic curve key on the SM2 curve (GM/T 0006, 1.2.156.10197.1.301). */
  static final AlgorithmIdentifier SM2_KEY =
      new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1);

  private static final ASN1ObjectIdentifier COMMON_NAME = BCStyle.CN;

  private CertificateProfile() {}

  static X500Name name(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.C, "CN")
        .addRDN(BCStyle.O, "egov kiosk")
        .addRDN(COMMON_NAME, commonName)
        .build();
  }

  /** The only common name in a name; two of them would leave open which one counts. */
  static String commonName(X500Name name) {
    RDN[] found = name.getRDNs(COMMON_NAME);
    if (found.length != 1 || found[0].isMultiValued()) {
      throw new IllegalArgumentException("a certificate names its subject exactly once");
    }
    return IETFUtils.valueToString(found[0].getFirst().getValue());
  }
}
