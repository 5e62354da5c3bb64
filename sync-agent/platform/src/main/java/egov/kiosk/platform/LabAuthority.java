package egov.kiosk.platform;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.AlternativeNames;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.RevocationList;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.gateway.Arguments;
import egov.kiosk.platform.broker.Access;
import egov.kiosk.platform.broker.Passwords;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the keys and certificates of a laboratory: {@code java ... LabAuthority --dir DIR --kiosk
 * ID [--kiosk ID ...]}. Files that are there stay as they are; half a pair is refused, nothing is
 * ever overwritten. With {@code --front HOST} it also makes the pair of a front that kiosks reach
 * under that name or address; with {@code --seal NAME} each kiosk's seal, as {@link LabSeal} does;
 * with {@code --revocation-days N [--revoke ID ...]} the next revocation list, {@code crl.pem},
 * fresh for so many days; that one file is replaced.
 */
public final class LabAuthority {
  private static final Duration EARLIER = Duration.ofDays(1);
  private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
  private static final Duration LIFE = Duration.ofDays(825);

  private final PlatformFiles files;
  private final SecureRandom random;
  private final Instant now;

  LabAuthority(Path directory, SecureRandom random, Instant now) {
    files = new PlatformFiles(directory);
    this.random = random;
    this.now = now;
  }

  /** The command line. */
  public static void main(String[] arguments) {
    try {
      Arguments given = Arguments.parse(arguments);
      LabAuthority authority =
          new LabAuthority(given.path("--dir"), new SecureRandom(), Clock.systemUTC().instant());
      List<String> made = authority.make(given.all("--kiosk"), given.maybe("--front"));
      if (given.maybe("--seal").isPresent()) {
        authority.seal(given.all("--kiosk"), given.one("--seal"));
      }
      String list =
          given.maybe("--revocation-days").isPresent()
              ? " list=" + authority.revoke(given.all("--revoke"), days(given)).number()
              : "";
      System.out.println("ok made=" + (made.isEmpty() ? "nothing" : String.join(",", made)) + list);
    } catch (IllegalArgumentException | IOException | CryptoException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Makes what is missing.
   *
   * @return the names of what was made now
   */
  List<String> make(List<String> kiosks) throws IOException, CryptoException {
    return make(kiosks, Optional.empty());
  }

  /**
   * As above.
   *
   * @param front under which name or address kiosks reach a front, if there is one
   */
  List<String> make(List<String> kiosks, Optional<String> front)
      throws IOException, CryptoException {
    for (String kiosk : kiosks) {
      if (!Access.isKiosk(kiosk)) {
        throw new IllegalArgumentException(
            "a kiosk id has 1 to 32 lower-case letters, digits and hyphens and is not 'platform'");
      }
    }
    directory(files.directory());
    directory(files.kiosks());
    List<String> made = new ArrayList<>();
    CertificateAuthority authority = authority(made);
    pair(authority, files, PlatformFiles.SIGNER, CertificateUse.SIGN, made);
    pair(authority, files, PlatformFiles.RECIPIENT, CertificateUse.ENCRYPT, made);
    for (String kiosk : kiosks) {
      pair(authority, files.ofKiosks(), kiosk, CertificateUse.SIGN, made);
      if (!Files.exists(files.password(kiosk))) {
        password(files.password(kiosk));
      }
    }
    if (front.isPresent()) {
      AlternativeNames names = names(front.get());
      pair(
          files,
          PlatformFiles.FRONT,
          made,
          () -> authority.issue(PlatformFiles.FRONT, names, CertificateUse.SIGN, from(), until()));
    }
    return made;
  }

  /** An address is written in digits and dots, or has a colon; neither asks a name service. */
  private static AlternativeNames names(String host) throws IOException {
    return host.matches("[0-9.]+|.*:.*")
        ? AlternativeNames.address(InetAddress.getByName(host).getAddress())
        : AlternativeNames.dns(host);
  }

  private void seal(List<String> kiosks, String name) throws IOException, CryptoException {
    LabSeal maker = new LabSeal(files.directory(), random, now);
    for (String kiosk : kiosks) {
      maker.make(kiosk, name);
    }
  }

  /** Makes the next revocation list. */
  RevocationList revoke(List<String> kiosks, int days) throws IOException, CryptoException {
    return new LabRevocation(files, authority(new ArrayList<>()), now).next(kiosks, days);
  }

  private static int days(Arguments given) {
    return given.number("--revocation-days", 1, 1, 365);
  }

  private CertificateAuthority authority(List<String> made) throws IOException, CryptoException {
    if (complete(files.authority(), files.authorityKey())) {
      return CertificateAuthority.of(
          new IssuedKey(
              PemFiles.readKey(files.authorityKey()),
              PemFiles.readCertificates(files.authority()).get(0)),
          random);
    }
    CertificateAuthority authority =
        CertificateAuthority.create(
            "laboratory-ca", now.minus(EARLIER), now.plus(AUTHORITY_LIFE), random);
    write(authority.issuedKey(), files.authority(), files.authorityKey());
    made.add("ca");
    return authority;
  }

  private void pair(
      CertificateAuthority authority,
      PlatformFiles where,
      String name,
      CertificateUse use,
      List<String> made)
      throws IOException, CryptoException {
    pair(where, name, made, () -> authority.issue(name, use, from(), until()));
  }

  private interface Issuing {
    IssuedKey issue() throws CryptoException;
  }

  private static void pair(PlatformFiles where, String name, List<String> made, Issuing issuing)
      throws IOException, CryptoException {
    if (!complete(where.certificate(name), where.key(name))) {
      write(issuing.issue(), where.certificate(name), where.key(name));
      made.add(name);
    }
  }

  private Instant from() {
    return now.minus(EARLIER);
  }

  private Instant until() {
    return now.plus(LIFE);
  }

  private static boolean complete(Path certificate, Path key) {
    boolean there = Files.exists(certificate);
    if (there != Files.exists(key)) {
      throw new IllegalArgumentException(
          "of "
              + certificate
              + " and "
              + key.getFileName()
              + " only one is there; put the other back, or move both away");
    }
    return there;
  }

  private static void write(IssuedKey issued, Path certificate, Path key) throws IOException {
    PemFiles.writeKey(key, issued.key());
    PemFiles.writeCertificates(certificate, List.of(issued.certificate()));
  }

  private void password(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file, Passwords.draw(random) + "\n", StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
  }

  private static void directory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
