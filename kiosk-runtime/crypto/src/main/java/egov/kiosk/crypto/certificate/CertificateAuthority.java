package egov.kiosk.crypto.certificate;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import egov.kiosk.crypto.sm.Sm2Signing;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Issues certificates for a laboratory, a demonstration or a test, by the profile of GB/T 20518. A
 * site uses a licensed authority (电子认证服务机构) instead. Safe for use by several threads.
 */
public final class CertificateAuthority {
  private final Sm2Certificate certificate;
  private final Sm2PrivateKey key;
  private final Sm2Signing signing;
  private final SecureRandom random;

  private CertificateAuthority(Sm2Certificate certificate, Sm2PrivateKey key, SecureRandom random) {
    this.certificate = Objects.requireNonNull(certificate, "certificate");
    this.key = Objects.requireNonNull(key, "key");
    this.random = Objects.requireNonNull(random, "random");
    signing = new Sm2Signing(key, random);
  }

  /** Takes up an authority that was created before. */
  public static CertificateAuthority of(IssuedKey issued, SecureRandom random) {
    return new CertificateAuthority(issued.certificate(), issued.key(), random);
  }

  /** Creates a root authority that signs its own certificate and may be followed by one more. */
  public static CertificateAuthority create(
      String name, Instant from, Instant until, SecureRandom random) throws CryptoException {
    Sm2PrivateKey key = Sm2PrivateKey.generate(random);
    CertificateRequest request =
        new CertificateRequest(
            name,
            AlternativeNames.NONE,
            key.publicKey(),
            CertificateUse.ISSUE,
            OptionalInt.of(1),
            from,
            until);
    Sm2Certificate certificate =
        request.issue(
            CertificateProfile.name(name), key.publicKey(), new Sm2Signing(key, random), random);
    return new CertificateAuthority(certificate, key, random);
  }

  /** Creates an authority below this one that issues to devices only. */
  public CertificateAuthority createBelow(String name, Instant from, Instant until)
      throws CryptoException {
    IssuedKey issued =
        issue(name, AlternativeNames.NONE, CertificateUse.ISSUE, OptionalInt.of(0), from, until);
    return new CertificateAuthority(issued.certificate(), issued.key(), random);
  }

  /**
   * Makes a key pair and issues its certificate.
   *
   * @param name common name and DNS alternative name: the device id of a kiosk, or the platform's
   *     name; 1 to 63 letters, digits, dots and hyphens
   * @param use {@link CertificateUse#SIGN} or {@link CertificateUse#ENCRYPT}
   */
  public IssuedKey issue(String name, CertificateUse use, Instant from, Instant until)
      throws CryptoException {
    return issue(name, AlternativeNames.dns(name), use, from, until);
  }

  /**
   * As above, naming machines otherwise than by the common name: a broker's certificate carries the
   * names and addresses that kiosks connect to.
   */
  public IssuedKey issue(
      String name, AlternativeNames others, CertificateUse use, Instant from, Instant until)
      throws CryptoException {
    if (use == CertificateUse.ISSUE) {
      throw new IllegalArgumentException("an authority is created, not issued");
    }
    return issue(name, others, use, OptionalInt.empty(), from, until);
  }

  /**
   * Certifies a key that somebody else holds and has proven to hold.
   *
   * @param name common name and DNS alternative name
   * @param use {@link CertificateUse#SIGN} or {@link CertificateUse#ENCRYPT}
   */
  public Sm2Certificate certify(
      String name, Sm2PublicKey holder, CertificateUse use, Instant from, Instant until)
      throws CryptoException {
    if (use == CertificateUse.ISSUE) {
      throw new IllegalArgumentException("an authority is created, not issued");
    }
    return new CertificateRequest(
            name, AlternativeNames.dns(name), holder, use, OptionalInt.empty(), from, until)
        .issue(certificate.subject(), certificate.publicKey(), signing, random);
  }

  /** Makes both keys of a holder and issues their certificates; parameters as {@link #issue}. */
  public IssuedPair issuePair(String name, Instant from, Instant until) throws CryptoException {
    return new IssuedPair(
        issue(name, CertificateUse.SIGN, from, until),
        issue(name, CertificateUse.ENCRYPT, from, until));
  }

  /**
   * Makes this authority's next revocation list.
   *
   * @param number higher than that of any list before
   * @param revoked serial numbers and since when they are not to be believed
   * @param from when it is made, cut to seconds
   * @param until when the next one is out at the latest, cut to seconds
   */
  public RevocationList revoke(
      BigInteger number, Map<BigInteger, Instant> revoked, Instant from, Instant until)
      throws CryptoException {
    return new RevocationRequest(number, revoked, from, until).issue(certificate, signing);
  }

  /** This authority's own certificate: what goes into trust files. */
  public Sm2Certificate certificate() {
    return certificate;
  }

  /** Key and certificate, for keeping the authority in files. */
  public IssuedKey issuedKey() {
    return new IssuedKey(key, certificate);
  }

  private IssuedKey issue(
      String name,
      AlternativeNames others,
      CertificateUse use,
      OptionalInt pathLength,
      Instant from,
      Instant until)
      throws CryptoException {
    Sm2PrivateKey fresh = Sm2PrivateKey.generate(random);
    CertificateRequest request =
        new CertificateRequest(name, others, fresh.publicKey(), use, pathLength, from, until);
    return new IssuedKey(
        fresh, request.issue(certificate.subject(), certificate.publicKey(), signing, random));
  }
}
