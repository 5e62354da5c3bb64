package egov.kiosk.gateway.keys;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.RevocationList;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.OpeningKey;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.custody.SoftwareOpeningKey;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.EnvelopeOpener;
import egov.kiosk.crypto.envelope.Sm2ParcelVerifier;
import egov.kiosk.domain.fleet.ParcelVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a platform as they were at one moment, all found to fit together.
 *
 * @param opener opens envelopes for the key in use and for former ones
 * @param signing signs receipts and orders
 * @param verifier checks parcels
 * @param encryption the key in use first, then former ones
 */
record KeyRing(
    EnvelopeOpener opener,
    SigningKey signing,
    ParcelVerifier verifier,
    List<IssuedKey> encryption) {
  static final String IN_USE = "platform-enc";
  static final String FORMER = "former";

  private static final String SIGNER = "platform-sign";

  KeyRing {
    encryption = List.copyOf(encryption);
  }

  /**
   * Reads a directory as {@link GatewayKeys#read} has it.
   *
   * @param known keys that were in use since the start, wherever their files are now
   */
  static KeyRing open(Path pki, List<IssuedKey> known, InstantSource clock, SecureRandom random)
      throws CryptoException {
    List<IssuedKey> encryption = new ArrayList<>();
    encryption.add(pair(pki, IN_USE));
    for (String name : former(pki)) {
      add(encryption, pair(pki.resolve(FORMER), name));
    }
    known.forEach(key -> add(encryption, key));
    List<OpeningKey> opening = new ArrayList<>();
    for (IssuedKey key : encryption) {
      opening.add(SoftwareOpeningKey.of(key));
    }
    TrustStore trust = trust(pki);
    return new KeyRing(
        new EnvelopeOpener(opening, trust, clock).acceptingLate(GatewayKeys.LATEST),
        SoftwareSigningKey.open(pki.resolve(SIGNER + ".key"), pki.resolve(SIGNER + ".pem"), random),
        new Sm2ParcelVerifier(trust, clock),
        encryption);
  }

  /** What tells whether a file was replaced: which one, when written, how long. */
  static List<String> stamps(Path pki) {
    List<Path> files = new ArrayList<>();
    for (String name : List.of("ca.pem", "crl.pem")) {
      files.add(pki.resolve(name));
    }
    for (String name : List.of(IN_USE, SIGNER)) {
      files.add(pki.resolve(name + ".key"));
      files.add(pki.resolve(name + ".pem"));
    }
    for (String name : former(pki)) {
      files.add(pki.resolve(FORMER).resolve(name + ".key"));
      files.add(pki.resolve(FORMER).resolve(name + ".pem"));
    }
    return files.stream().map(file -> file + " " + stamp(file)).toList();
  }

  /** Whether the files hold every key there is, so that a start anew finds them all. */
  boolean keptIn(Path pki) throws CryptoException {
    List<IssuedKey> there = new ArrayList<>();
    there.add(pair(pki, IN_USE));
    for (String name : former(pki)) {
      there.add(pair(pki.resolve(FORMER), name));
    }
    return encryption.stream().allMatch(key -> there.stream().anyMatch(file -> same(file, key)));
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.fileKey() + " " + found.lastModifiedTime() + " " + found.size();
    } catch (IOException e) {
      return "absent";
    }
  }

  /** Names of the pairs, without their endings, in order. */
  private static List<String> former(Path pki) {
    try (Stream<Path> files = Files.list(pki.resolve(FORMER))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".pem"))
          .map(name -> name.substring(0, name.length() - ".pem".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static void add(List<IssuedKey> keys, IssuedKey key) {
    if (keys.stream().noneMatch(there -> same(there, key))) {
      keys.add(key);
    }
  }

  private static boolean same(IssuedKey one, IssuedKey other) {
    return one.certificate().equals(other.certificate());
  }

  private static IssuedKey pair(Path directory, String name) throws CryptoException {
    return new IssuedKey(
        PemFiles.readKey(directory.resolve(name + ".key")),
        PemFiles.readCertificate(directory.resolve(name + ".pem")));
  }

  private static TrustStore trust(Path pki) throws CryptoException {
    TrustStore trust = TrustStore.of(PemFiles.readCertificates(pki.resolve("ca.pem")));
    Path revoked = pki.resolve("crl.pem");
    if (Files.exists(revoked)) {
      for (RevocationList list : PemFiles.readRevocationLists(revoked)) {
        trust = trust.with(list);
      }
    }
    return trust;
  }
}
