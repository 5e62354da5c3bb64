package egov.kiosk.documents;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.seal.ElectronicSeal;
import egov.kiosk.crypto.seal.SealContent;
import egov.kiosk.crypto.seal.SealPicture;
import egov.kiosk.documents.font.FontOutlines;
import egov.kiosk.documents.ofd.RareGlyphs;
import egov.kiosk.documents.verify.OfdVerifier;
import egov.kiosk.documents.verify.SealTrust;
import egov.kiosk.domain.device.Slip;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One authority, one seal maker, one kiosk with a seal, all valid through the year 2026. */
public final class Lab {
  public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  public static final Instant UNTIL = Instant.parse("2026-12-31T23:59:59Z");
  public static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
  public static final String MAKER = "seal-maker";
  public static final String NAME = "鼓楼区政务服务中心";

  /** Debian's fonts-hanazono: the first has extension A, the second B and beyond. */
  public static final FontOutlines RARE =
      new FontOutlines(
          List.of(
              Path.of("/usr/share/fonts/truetype/hanazono/HanaMinA.ttf"),
              Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf")));

  public final SecureRandom random = new SecureRandom();
  public final CertificateAuthority authority;
  public final IssuedKey maker;
  public final IssuedKey kiosk;
  public final ElectronicSeal seal;

  public Lab() throws CryptoException {
    this(FROM, UNTIL);
  }

  public Lab(Instant from, Instant until) throws CryptoException {
    authority = CertificateAuthority.create("lab-root", from, until, random);
    maker = authority.issue(MAKER, CertificateUse.SIGN, from, until);
    kiosk = authority.issue("fz-gl-000001", CertificateUse.SIGN, from, until);
    seal = ElectronicSeal.make(key(maker), content(kiosk.certificate(), from, until));
  }

  /** A document of a few kilobytes, sealed. */
  public byte[] small(ElectronicSeal with, SigningKey by, Instant at) throws Exception {
    return new SealedDocuments(with, () -> by, RareGlyphs.NONE)
        .slip(new Slip(List.of(Slip.Text.of("回执 12"))), at);
  }

  /** As the lab's seal, with a picture of no size to speak of. */
  public ElectronicSeal smallSeal(IssuedKey by, Sm2Certificate signer, Instant until)
      throws CryptoException {
    SealContent full = content(signer, FROM, until);
    return ElectronicSeal.make(
        key(by),
        new SealContent(
            full.id(),
            full.vendor(),
            full.type(),
            full.name(),
            full.signers(),
            full.createdAt(),
            full.validFrom(),
            full.validUntil(),
            new SealPicture("png", new byte[] {1, 2, 3}, 40, 40)));
  }

  public byte[] small() throws Exception {
    return small(smallSeal(maker, kiosk.certificate(), UNTIL), key(kiosk), NOW);
  }

  public SigningKey key(IssuedKey issued) throws CryptoException {
    return SoftwareSigningKey.of(issued, random);
  }

  public SealContent content(Sm2Certificate signer, Instant from, Instant until) {
    return new SealContent(
        "35010200000001",
        "egov",
        1,
        NAME,
        List.of(signer),
        from,
        from,
        until,
        new SealPicture("png", RoundSeal.png(NAME), 40, 40));
  }

  public SealedDocuments documents() throws CryptoException {
    SigningKey key = key(kiosk);
    return new SealedDocuments(seal, () -> key, RARE);
  }

  public OfdVerifier verifier() throws CryptoException {
    return verifier(Set.of(MAKER), NOW.plus(Duration.ofHours(1)));
  }

  public OfdVerifier verifier(Set<String> makers, Instant now) throws CryptoException {
    return new OfdVerifier(
        new SealTrust(TrustStore.of(List.of(authority.certificate())), makers), () -> now);
  }
}
