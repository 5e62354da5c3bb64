package egov.kiosk.gateway.enrolment;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.AlternativeNames;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.RevocationList;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.PrivateFile;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An authority for development and demonstrations in the platform's key directory: a root ({@code
 * ca.key}) that is only needed when the one below it is made and may lie elsewhere afterwards, and
 * an issuing authority ({@code issuing.pem}, {@code issuing.key}) that issues to kiosks. A site
 * puts a licensed authority (电子认证服务机构) in its place. Safe for use by several threads.
 */
final class DevelopmentAuthority {
  /** As long as certificates of kiosks are valid. */
  static final Duration LIFE = Duration.ofDays(825);

  private static final Duration EARLIER = Duration.ofMinutes(5);
  private static final Duration ROOT_LIFE = Duration.ofDays(3650);
  private static final Duration ISSUING_LIFE = Duration.ofDays(1825);
  private static final Duration LISTS_LAST = Duration.ofDays(7);
  private static final Duration LISTS_FRESH = Duration.ofDays(1);
  private static final String LINE = "enrolment-line";

  private final Path pki;
  private final CertificateAuthority issuing;
  private final List<Sm2Certificate> authorities;
  private final InstantSource clock;

  private DevelopmentAuthority(
      Path pki,
      CertificateAuthority issuing,
      List<Sm2Certificate> authorities,
      InstantSource clock) {
    this.pki = pki;
    this.issuing = issuing;
    this.authorities = List.copyOf(authorities);
    this.clock = clock;
  }

  /**
   * Makes what is missing: root, issuing authority, the desk's own pair for lines, the platform's
   * two pairs. What is there stays.
   *
   * @param names names and addresses machines will reach the desk under
   */
  static DevelopmentAuthority prepare(
      Path pki, AlternativeNames names, InstantSource clock, SecureRandom random)
      throws IOException, CryptoException {
    Instant now = clock.instant();
    Instant from = now.minus(EARLIER);
    if (!Files.exists(pki.resolve("issuing.key"))) {
      CertificateAuthority root = root(pki, from, now, random);
      Sm2Certificate top = root.certificate();
      Instant until = now.plus(ISSUING_LIFE);
      CertificateAuthority below =
          root.createBelow(
              top.commonName() + "-issuing",
              from.isBefore(top.notBefore()) ? top.notBefore() : from,
              until.isAfter(top.notAfter()) ? top.notAfter() : until);
      write(pki.resolve("issuing.pem"), PemFiles.text(List.of(below.certificate())));
      write(pki.resolve("ca.pem"), PemFiles.text(List.of(top, below.certificate())));
      // The key comes last: what has a key is whole.
      PemFiles.writeKey(pki.resolve("issuing.key"), below.issuedKey().key());
    }
    DevelopmentAuthority authority = open(pki, clock, random);
    authority.pair(LINE, names, CertificateUse.SIGN);
    authority.pair("platform-sign", AlternativeNames.dns("platform-sign"), CertificateUse.SIGN);
    authority.pair("platform-enc", AlternativeNames.dns("platform-enc"), CertificateUse.ENCRYPT);
    return authority;
  }

  private void pair(String name, AlternativeNames names, CertificateUse use)
      throws IOException, CryptoException {
    Path key = pki.resolve(name + ".key");
    if (!Files.exists(key)) {
      Instant now = clock.instant();
      IssuedKey issued = issuing.issue(name, names, use, now.minus(EARLIER), now.plus(LIFE));
      write(pki.resolve(name + ".pem"), PemFiles.text(List.of(issued.certificate())));
      PemFiles.writeKey(key, issued.key());
    }
  }

  private static CertificateAuthority root(Path pki, Instant from, Instant now, SecureRandom random)
      throws IOException, CryptoException {
    Path key = pki.resolve("ca.key");
    if (Files.exists(key)) {
      return CertificateAuthority.of(
          new IssuedKey(
              PemFiles.readKey(key), PemFiles.readCertificates(pki.resolve("ca.pem")).get(0)),
          random);
    }
    if (Files.exists(pki.resolve("ca.pem"))) {
      throw new IllegalArgumentException(
          "an authority is here and its key is not; put ca.key there, or issuing.pem and issuing.key"
              + " of an authority below it");
    }
    CertificateAuthority made =
        CertificateAuthority.create("development-root", from, now.plus(ROOT_LIFE), random);
    write(pki.resolve("ca.pem"), PemFiles.text(List.of(made.certificate())));
    PemFiles.writeKey(key, made.issuedKey().key());
    return made;
  }

  /** Takes up what {@link #prepare} made; the root's key is not needed. */
  static DevelopmentAuthority open(Path pki, InstantSource clock, SecureRandom random)
      throws CryptoException {
    return new DevelopmentAuthority(
        pki,
        CertificateAuthority.of(
            new IssuedKey(
                PemFiles.readKey(pki.resolve("issuing.key")),
                PemFiles.readCertificate(pki.resolve("issuing.pem"))),
            random),
        PemFiles.readCertificates(pki.resolve("ca.pem")),
        clock);
  }

  /** From the root down. */
  List<Sm2Certificate> authorities() {
    return authorities;
  }

  /** Certificates of the platform itself. */
  Sm2Certificate platform(String which) throws CryptoException {
    return PemFiles.readCertificate(pki.resolve(which + ".pem"));
  }

  /** The desk's own certificate and key for lines. */
  Path line(String suffix) {
    return pki.resolve(LINE + suffix);
  }

  /** Certifies a kiosk's key. */
  Sm2Certificate certify(String kioskId, Sm2PublicKey key, CertificateUse use)
      throws CryptoException {
    Instant now = clock.instant();
    Instant until = now.plus(LIFE);
    Instant last = issuing.certificate().notAfter();
    return issuing.certify(
        kioskId, key, use, now.minus(EARLIER), until.isAfter(last) ? last : until);
  }

  /** The list that lies there now, when it is this authority's. */
  List<RevocationList> lists() throws CryptoException {
    Path file = pki.resolve("crl.pem");
    return Files.exists(file) ? PemFiles.readRevocationLists(file) : List.of();
  }

  /** Whether the list that lies here is missing, a day old, or lacks what the book has. */
  boolean behind(EnrolmentBook.Page page) throws IOException, CryptoException {
    for (RevocationList list : lists()) {
      if (list.isOf(issuing.certificate())
          && list.thisUpdate().isAfter(clock.instant().minus(LISTS_FRESH))) {
        return !page.revoked().stream().allMatch(one -> list.revoked().containsKey(one.serial()));
      }
    }
    return true;
  }

  /**
   * Puts the next revocation list beside the platform's keys, where its workers find it; lists of
   * other authorities in that file stay.
   *
   * @param page gives the list its number and says what is on it
   */
  void publish(EnrolmentBook.Page page) throws IOException, CryptoException {
    Instant now = clock.instant();
    Map<BigInteger, Instant> revoked = new HashMap<>();
    for (IssuedCertificate one : page.revoked()) {
      revoked.put(one.serial(), one.revoked().orElseThrow());
    }
    List<RevocationList> lists = new ArrayList<>();
    BigInteger above = BigInteger.ZERO;
    for (RevocationList list : lists()) {
      if (list.isOf(issuing.certificate())) {
        list.revoked().forEach(revoked::putIfAbsent);
        above = list.number();
      } else {
        lists.add(list);
      }
    }
    lists.add(
        issuing.revoke(page.nextList(above), revoked, now.minus(EARLIER), now.plus(LISTS_LAST)));
    write(pki.resolve("crl.pem"), PemFiles.listsText(lists));
  }

  /**
   * Revokes a certificate that the root issued itself, as laboratories have them from before there
   * was an issuing authority.
   *
   * @return whether it could: the root's key has to be here
   */
  boolean revokeOfRoot(Sm2Certificate certificate, SecureRandom random)
      throws IOException, CryptoException {
    Sm2Certificate top = authorities.get(0);
    if (!Files.exists(pki.resolve("ca.key"))) {
      return false;
    }
    Instant now = clock.instant();
    CertificateAuthority root =
        CertificateAuthority.of(
            new IssuedKey(PemFiles.readKey(pki.resolve("ca.key")), top), random);
    Map<BigInteger, Instant> revoked = new HashMap<>();
    List<RevocationList> lists = new ArrayList<>();
    BigInteger number = BigInteger.ZERO;
    for (RevocationList list : lists()) {
      if (list.isOf(top)) {
        revoked.putAll(list.revoked());
        number = list.number();
      } else {
        lists.add(list);
      }
    }
    if (revoked.putIfAbsent(certificate.serialNumber(), now) == null) {
      lists.add(
          root.revoke(
              number.add(BigInteger.ONE), revoked, now.minus(EARLIER), now.plus(LISTS_LAST)));
      write(pki.resolve("crl.pem"), PemFiles.listsText(lists));
    }
    return true;
  }

  /** The certificate a laboratory made for a kiosk by hand, if it did. */
  Optional<Sm2Certificate> handMade(String kioskId) throws CryptoException {
    Path file = pki.resolve("kiosk").resolve(kioskId + ".pem");
    return Files.exists(file) ? Optional.of(PemFiles.readCertificate(file)) : Optional.empty();
  }

  private static void write(Path file, String text) throws IOException {
    PrivateFile.replace(file, text.getBytes(StandardCharsets.US_ASCII));
  }
}
