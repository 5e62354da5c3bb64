package egov.kiosk.crypto.certificate;

import static egov.kiosk.crypto.CryptoFault.REVOCATION_LIST_MALFORMED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.Refusal;
import egov.kiosk.crypto.sm.Sm2Signing;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.Time;
import org.junit.jupiter.api.Test;

/** What is no revocation list of the profile. */
class RevocationListTest {
  private static final Instant NEXT = Lab.NOW.plus(Duration.ofDays(7));

  private final Lab lab;

  RevocationListTest() throws CryptoException {
    lab = new Lab();
  }

  private static void malformed(byte[] der) {
    Refusal.with(REVOCATION_LIST_MALFORMED, () -> RevocationList.parse(der));
  }

  private static ExtensionsGenerator numbered() throws Exception {
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    extensions.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
    return extensions;
  }

  private static ASN1Encodable entry(long serial, ASN1Encodable... extensions) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new ASN1Integer(serial));
    parts.add(new Time(Date.from(Lab.NOW)));
    parts.addAll(extensions);
    return new DERSequence(parts);
  }

  private static ASN1Encodable with(Extension extension) {
    return new DERSequence(extension);
  }

  /** A list of the given parts, signed by the laboratory's authority. */
  private byte[] signed(
      int version, AlgorithmIdentifier algorithm, ASN1Encodable extensions, ASN1Encodable... lines)
      throws Exception {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new ASN1Integer(version));
    parts.add(algorithm);
    parts.add(lab.authority.certificate().subject());
    parts.add(new Time(Date.from(Lab.NOW)));
    parts.add(new Time(Date.from(NEXT)));
    if (lines.length > 0) {
      parts.add(new DERSequence(lines));
    }
    if (extensions != null) {
      parts.add(new DERTaggedObject(true, 0, extensions));
    }
    DERSequence inner = new DERSequence(parts);
    byte[] signature =
        new Sm2Signing(lab.authority.issuedKey().key(), lab.random).sign(inner.getEncoded());
    return new DERSequence(new ASN1Encodable[] {inner, algorithm, new DERBitString(signature)})
        .getEncoded();
  }

  private byte[] of(ASN1Encodable... lines) throws Exception {
    return signed(1, CertificateProfile.SM2_WITH_SM3, numbered().generate(), lines);
  }

  @Test
  void parse_entryExtensions_earlierDateOfSuspicionCounts() throws Exception {
    Instant suspect = Lab.NOW.minus(Duration.ofDays(3));
    Extension date =
        Extension.create(
            Extension.invalidityDate, false, new ASN1GeneralizedTime(Date.from(suspect)));
    Extension reason = Extension.create(Extension.reasonCode, false, new ASN1Enumerated(1));
    RevocationList list = RevocationList.parse(of(entry(3, with(date)), entry(4, with(reason))));
    assertEquals(Optional.of(suspect), list.revokedSince(BigInteger.valueOf(3)));
    assertEquals(Optional.of(Lab.NOW), list.revokedSince(BigInteger.valueOf(4)));
  }

  @Test
  void parse_otherVersionAlgorithmOrNoNumber_refused() throws Exception {
    AlgorithmIdentifier sha256 = new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sha256);
    malformed(signed(1, sha256, numbered().generate()));
    malformed(signed(0, CertificateProfile.SM2_WITH_SM3, numbered().generate()));
    malformed(signed(1, CertificateProfile.SM2_WITH_SM3, null));
    ExtensionsGenerator unnumbered = new ExtensionsGenerator();
    unnumbered.addExtension(Extension.expiredCertsOnCRL, false, new ASN1Enumerated(1));
    malformed(signed(1, CertificateProfile.SM2_WITH_SM3, unnumbered.generate()));
  }

  @Test
  void parse_partialIndirectOrDifference_refused() throws Exception {
    for (var oid :
        new org.bouncycastle.asn1.ASN1ObjectIdentifier[] {
          Extension.issuingDistributionPoint, Extension.deltaCRLIndicator
        }) {
      ExtensionsGenerator extensions = numbered();
      extensions.addExtension(oid, true, new CRLNumber(BigInteger.ONE));
      malformed(signed(1, CertificateProfile.SM2_WITH_SM3, extensions.generate()));
    }
    Extension issuer = Extension.create(Extension.certificateIssuer, true, new ASN1Enumerated(1));
    malformed(of(entry(3, with(issuer))));
    Extension removed = Extension.create(Extension.reasonCode, false, new ASN1Enumerated(8));
    malformed(of(entry(3, with(removed))));
  }

  @Test
  void parse_sameCertificateTwice_refused() throws Exception {
    malformed(of(entry(3), entry(3)));
  }

  @Test
  void parse_otherEncodingOrTooLarge_refused() throws Exception {
    byte[] good = of(entry(3));
    RevocationList.parse(good);
    malformed(Arrays.copyOf(good, good.length + 1));
    malformed(Arrays.copyOf(good, good.length - 1));
    malformed(new BERSequence(ASN1Sequence.getInstance(good).toArray()).getEncoded());
    malformed(new byte[RevocationList.LARGEST + 1]);
  }

  @Test
  void parse_twentyThousandEntries_taken() throws Exception {
    Map<BigInteger, Instant> revoked = new HashMap<>();
    for (int i = 1; i <= 20_000; i++) {
      revoked.put(new BigInteger(120, lab.random), Lab.NOW);
    }
    RevocationList list = lab.authority.revoke(BigInteger.ONE, revoked, Lab.NOW, NEXT);
    assertEquals(revoked.size(), RevocationList.parse(list.encoded()).size());
  }

  @Test
  void parse_everyBitFlipped_refusedOrNotSignedByTheIssuer() throws Exception {
    byte[] good = of(entry(3));
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bent = good.clone();
      bent[bit / 8] ^= (byte) (1 << bit % 8);
      assertThrows(CryptoException.class, () -> lab.trust.with(RevocationList.parse(bent)));
    }
  }

  @Property(tries = 500)
  void parse_anyBytes_refused(@ForAll byte[] bytes) {
    malformed(bytes);
  }
}
