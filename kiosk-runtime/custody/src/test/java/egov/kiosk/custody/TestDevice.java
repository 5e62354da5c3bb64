package egov.kiosk.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One of our test devices with its keys: a copy of the library and the files beside it. */
final class TestDevice {
  static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant UNTIL = Instant.parse("2026-12-31T23:59:59Z");
  static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
  static final String KIOSK = "zj-hz-000001";
  static final String PIN = "31415926";

  private static final Path BUILT = Path.of("target", "devices");
  private static final Path SOURCES = Path.of("src", "test", "c");

  final IssuedKey signing;
  final IssuedKey encryption;
  final TrustStore trust;
  final CertificateAuthority authority;
  private final Path folder;
  private final Path library;

  TestDevice(Path folder, String kind) throws IOException, CryptoException {
    this.folder = folder;
    library = folder.resolve("lib" + kind + ".so").toAbsolutePath();
    Files.copy(built(kind), library, StandardCopyOption.REPLACE_EXISTING);
    SecureRandom random = new SecureRandom();
    authority = CertificateAuthority.create("lab-root", FROM, UNTIL, random);
    trust = TrustStore.of(List.of(authority.certificate()));
    signing = authority.issue(KIOSK, CertificateUse.SIGN, FROM, UNTIL);
    encryption = authority.issue(KIOSK, CertificateUse.ENCRYPT, FROM, UNTIL);
    hold(signing, encryption);
    Files.writeString(folder.resolve("pin"), PIN);
  }

  private static synchronized Path built(String kind) throws IOException {
    Path file = BUILT.resolve("lib" + kind + ".so");
    if (!Files.exists(file) || older(file)) {
      Files.createDirectories(BUILT);
      Path fresh = BUILT.resolve("lib" + kind + ".new").toAbsolutePath();
      Tool.run(
          SOURCES,
          List.of(
              "gcc",
              "-shared",
              "-fPIC",
              "-O1",
              "-Wall",
              "-Werror",
              "-Wl,-Bsymbolic",
              "-o",
              fresh.toString(),
              kind + ".c",
              "core.c",
              "-lcrypto",
              "-ldl"));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private static boolean older(Path built) throws IOException {
    try (Stream<Path> sources = Files.list(SOURCES)) {
      long at = Files.getLastModifiedTime(built).toMillis();
      return sources.anyMatch(source -> source.toFile().lastModified() >= at);
    }
  }

  /** Puts other keys into the device. */
  void hold(IssuedKey sign, IssuedKey encrypt) throws IOException {
    Files.deleteIfExists(folder.resolve("sign.key"));
    Files.deleteIfExists(folder.resolve("enc.key"));
    PemFiles.writeKey(folder.resolve("sign.key"), sign.key());
    PemFiles.writeKey(folder.resolve("enc.key"), encrypt.key());
    Files.write(folder.resolve("sign.der"), sign.certificate().encoded());
    Files.write(folder.resolve("enc.der"), encrypt.certificate().encoded());
  }

  /** As it left the factory: no keys, no certificates. */
  void empty() throws IOException {
    for (String name : List.of("sign.key", "enc.key", "sign.der", "enc.der")) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.writeString(folder.resolve("no-container"), "");
  }

  Path library() {
    return library;
  }

  /** From now on something is wrong: {@code pulled}, {@code slow 3000}, {@code garbage}, … */
  void fault(String what) throws IOException {
    Path fresh = folder.resolve("fault.new");
    Files.writeString(fresh, what);
    Files.move(fresh, folder.resolve("fault"), StandardCopyOption.ATOMIC_MOVE);
  }

  void mend() throws IOException {
    Files.deleteIfExists(folder.resolve("fault"));
  }

  void tries(int left) throws IOException {
    Files.writeString(folder.resolve("tries"), left + "\n");
  }

  /** How many PINs it was shown. */
  int presented() throws IOException {
    Path file = folder.resolve("presented");
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }
}
