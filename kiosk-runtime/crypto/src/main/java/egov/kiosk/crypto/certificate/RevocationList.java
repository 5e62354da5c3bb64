package egov.kiosk.crypto.certificate;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.der.StrictDer;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.TBSCertList;

/**
 * A certificate revocation list (证书撤销列表, CRL) of GB/T 20518: X.509 version 2, complete and by one
 * issuer, numbered, with a date of the next, signed with SM2 and SM3. Having one says nothing about
 * trust: see {@link Revocations}. Immutable; safe for use by any thread.
 */
public final class RevocationList {
  /** Some twenty thousand entries; larger input is refused unread. */
  public static final int LARGEST = 1024 * 1024;

  private final byte[] encoded;
  private final byte[] signedPart;
  private final byte[] signature;
  private final TBSCertList fields;
  private final BigInteger number;
  private final Instant thisUpdate;
  private final Instant nextUpdate;
  private final Map<BigInteger, Instant> revoked;

  private RevocationList(byte[] der) throws IOException {
    CertificateList list = CertificateList.getInstance(der);
    encoded = der.clone();
    fields = list.getTBSCertList();
    signedPart = fields.getEncoded(ASN1Encoding.DER);
    signature = list.getSignature().getOctets();
    if (!Arrays.equals(list.getEncoded(ASN1Encoding.DER), der)
        || fields.getVersionNumber() != 2
        || !fields.getSignature().equals(CertificateProfile.SM2_WITH_SM3)
        || !list.getSignatureAlgorithm().equals(CertificateProfile.SM2_WITH_SM3)) {
      throw new IllegalArgumentException("not of the profile");
    }
    RevocationEntries.checkExtensions(fields.getExtensions());
    number =
        ASN1Integer.getInstance(fields.getExtensions().getExtensionParsedValue(Extension.cRLNumber))
            .getPositiveValue();
    thisUpdate = fields.getThisUpdate().getDate().toInstant();
    nextUpdate = fields.getNextUpdate().getDate().toInstant();
    if (!nextUpdate.isAfter(thisUpdate)) {
      throw new IllegalArgumentException("the next list comes after this one");
    }
    revoked = RevocationEntries.read(fields.getRevokedCertificateEnumeration());
  }

  /**
   * Reads one list.
   *
   * @param der its only DER encoding, at most {@link #LARGEST} bytes
   * @throws CryptoException {@link CryptoFault#REVOCATION_LIST_MALFORMED}
   */
  public static RevocationList parse(byte[] der) throws CryptoException {
    if (StrictDer.isOneValue(der, LARGEST)) {
      try {
        return new RevocationList(der);
      } catch (IOException | RuntimeException e) {
        // Bouncy Castle refuses in several ways; none is worth telling apart.
      }
    }
    throw new CryptoException(
        CryptoFault.REVOCATION_LIST_MALFORMED,
        "not an SM2 revocation list of the GB/T 20518 profile; fetch it again from its issuer");
  }

  /** The DER encoding. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** The list's number; each list of an issuer has a higher one. */
  public BigInteger number() {
    return number;
  }

  /** When it was made. */
  public Instant thisUpdate() {
    return thisUpdate;
  }

  /** When the next one is out at the latest; after it this one is stale. */
  public Instant nextUpdate() {
    return nextUpdate;
  }

  /** How many certificates are on it. */
  public int size() {
    return revoked.size();
  }

  /** Serial numbers on it, and from when on each is not to be believed any more. */
  public Map<BigInteger, Instant> revoked() {
    return revoked;
  }

  /** From when on a certificate is not to be believed any more; empty when it is not listed. */
  public Optional<Instant> revokedSince(BigInteger serialNumber) {
    return Optional.ofNullable(revoked.get(serialNumber));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RevocationList that && Arrays.equals(encoded, that.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  @Override
  public String toString() {
    return "RevocationList[number " + number + ", " + revoked.size() + " revoked]";
  }

  /** Whether that authority made it. */
  public boolean isOf(Sm2Certificate authority) {
    return isBy(authority);
  }

  /** Whether this authority signed it and may sign such lists. */
  boolean isBy(Sm2Certificate authority) {
    return fields.getIssuer().equals(authority.subject())
        && authority.mayRevoke()
        && authority.publicKey().verifies(signedPart, signature);
  }
}
