package egov.kiosk.integrity;

import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whoever releases programs in these tests, and a small program. */
final class ReleaseDesk {
  static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private final Path authorities;
  private final CertificateAuthority authority;

  ReleaseDesk(Path authorities) throws Exception {
    this.authorities = authorities;
    authority =
        CertificateAuthority.create(
            "release-root",
            NOW.minus(Duration.ofDays(100)),
            NOW.plus(Duration.ofDays(3650)),
            new SecureRandom());
    PemFiles.writeCertificates(authorities, List.of(authority.certificate()));
  }

  ProgramTrust trust() {
    return new ProgramTrust(authorities, ProgramTrust.SIGNER);
  }

  void sign(Path home, String name) throws Exception {
    ProgramRelease.sign(
        home,
        SoftwareSigningKey.of(
            authority.issue(
                name,
                CertificateUse.SIGN,
                NOW.minus(Duration.ofDays(10)),
                NOW.plus(Duration.ofDays(10))),
            new SecureRandom()));
  }

  static Path program(Path home) throws IOException {
    Files.createDirectories(home.resolve("bundles"));
    Files.createDirectories(home.resolve("lib"));
    Files.writeString(home.resolve("bundles/a.jar"), "one");
    Files.writeString(home.resolve("bundles/b.jar"), "two");
    Files.writeString(home.resolve("lib/启动.jar"), "three");
    return home;
  }
}
