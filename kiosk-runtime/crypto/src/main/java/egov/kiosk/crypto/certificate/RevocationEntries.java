package egov.kiosk.crypto.certificate;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x509.Time;

/**
 * The lines of a revocation list and what their extensions say (RFC 5280 clause 5). Lists that are
 * partial, indirect or only a difference are refused: their extensions are critical and unknown.
 */
final class RevocationEntries {
  private static final Set<ASN1ObjectIdentifier> KNOWN =
      Set.of(Extension.cRLNumber, Extension.authorityKeyIdentifier);
  private static final Set<ASN1ObjectIdentifier> KNOWN_OF_ENTRY =
      Set.of(Extension.reasonCode, Extension.invalidityDate);

  private RevocationEntries() {}

  static void checkExtensions(Extensions extensions) {
    refuseUnknownCritical(extensions, KNOWN);
  }

  static Map<BigInteger, Instant> read(Enumeration<?> entries) {
    Map<BigInteger, Instant> revoked = new HashMap<>();
    while (entries.hasMoreElements()) {
      TBSCertList.CRLEntry entry = (TBSCertList.CRLEntry) entries.nextElement();
      if (revoked.put(entry.getUserCertificate().getValue(), since(entry)) != null) {
        throw new IllegalArgumentException("a certificate is revoked once");
      }
    }
    return Map.copyOf(revoked);
  }

  /** The date of revocation, or the earlier one from which the key was suspect. */
  private static Instant since(TBSCertList.CRLEntry entry) {
    Instant since = instant(entry.getRevocationDate());
    Extensions extensions = entry.getExtensions();
    if (extensions == null) {
      return since;
    }
    refuseUnknownCritical(extensions, KNOWN_OF_ENTRY);
    Extension reason = extensions.getExtension(Extension.reasonCode);
    if (reason != null
        && ASN1Enumerated.getInstance(reason.getParsedValue()).intValueExact()
            == CRLReason.removeFromCRL) {
      throw new IllegalArgumentException("only a list of differences takes something off");
    }
    Extension suspect = extensions.getExtension(Extension.invalidityDate);
    if (suspect == null) {
      return since;
    }
    Instant earlier = instant(new Time(ASN1GeneralizedTime.getInstance(suspect.getParsedValue())));
    return earlier.isBefore(since) ? earlier : since;
  }

  private static Instant instant(Time time) {
    return time.getDate().toInstant();
  }

  private static void refuseUnknownCritical(
      Extensions extensions, Set<ASN1ObjectIdentifier> known) {
    for (ASN1ObjectIdentifier oid : extensions.getCriticalExtensionOIDs()) {
      if (!known.contains(oid)) {
        throw new IllegalArgumentException("a critical extension is unknown");
      }
    }
  }
}
