package egov.kiosk.crypto.certificate;

import java.util.Set;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/**
 * What the extensions of a certificate say that matters here.
 *
 * @param usageBits the key usage bits; 0 without that extension, which allows nothing
 * @param authority whether basic constraints make it an authority
 * @param pathLength how many authorities may follow below it; −1 for no limit
 * @param unknownCritical whether a critical extension is unknown to this runtime
 */
record CertificateExtensions(
    int usageBits, boolean authority, int pathLength, boolean unknownCritical) {
  private static final Set<ASN1ObjectIdentifier> KNOWN =
      Set.of(
          Extension.keyUsage,
          Extension.basicConstraints,
          Extension.subjectAlternativeName,
          Extension.subjectKeyIdentifier,
          Extension.authorityKeyIdentifier);

  static CertificateExtensions of(Extensions extensions) {
    boolean unknown = false;
    for (ASN1ObjectIdentifier oid : extensions.getCriticalExtensionOIDs()) {
      unknown |= !KNOWN.contains(oid);
    }
    BasicConstraints basic = BasicConstraints.fromExtensions(extensions);
    boolean authority = basic != null && basic.isCA();
    ASN1Integer limit = basic == null ? null : basic.getPathLenConstraintInteger();
    return new CertificateExtensions(
        usageBits(extensions), authority, limit == null ? -1 : limit.intValueExact(), unknown);
  }

  private static int usageBits(Extensions extensions) {
    Extension usage = extensions.getExtension(Extension.keyUsage);
    return usage == null ? 0 : ASN1BitString.getInstance(usage.getParsedValue()).intValue();
  }
}
