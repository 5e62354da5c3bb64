package egov.kiosk.packager;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.integrity.ProgramTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/**
 * The key that signs the list of program files. A directory with {@code release.key} and {@code
 * release.pem} (certificate named {@code program-release}) and {@code authority.pem}; a release
 * desk brings its own. Where there is none a laboratory's is made, whose authority says so in its
 * name: in production no kiosk starts with it.
 */
public final class ReleaseKey {
  private static final String AUTHORITY = "laboratory-ca";
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2046-01-01T00:00:00Z");

  private final Path directory;

  public ReleaseKey(Path directory) {
    this.directory = directory;
  }

  /** Who certifies it: what a kiosk is told to trust. */
  public Path authority() {
    return directory.resolve("authority.pem");
  }

  /** Opens the key; makes a laboratory's when the directory holds none. */
  public SigningKey open() throws CryptoException, IOException {
    Path key = directory.resolve("release.key");
    Path certificate = directory.resolve("release.pem");
    if (!Files.exists(key)) {
      makeLaboratory(key, certificate);
    }
    // Nothing fresh goes into k, so that a package is the same when it is made again: k is hedged
    // by key and message, which no two lists share.
    return SoftwareSigningKey.of(
        new IssuedKey(PemFiles.readKey(key), PemFiles.readCertificate(certificate)), new Still());
  }

  private void makeLaboratory(Path key, Path certificate) throws CryptoException, IOException {
    Files.createDirectories(directory);
    CertificateAuthority authority =
        CertificateAuthority.create(AUTHORITY, FROM, UNTIL, new SecureRandom());
    IssuedKey issued = authority.issue(ProgramTrust.SIGNER, CertificateUse.SIGN, FROM, UNTIL);
    PemFiles.writeCertificates(authority(), List.of(authority.certificate()));
    PemFiles.writeCertificates(certificate, List.of(issued.certificate()));
    PemFiles.writeKey(key, issued.key());
  }

  /** Gives zeros. */
  private static final class Still extends SecureRandom {
    private static final long serialVersionUID = 1L;

    @Override
    public void nextBytes(byte[] bytes) {
      java.util.Arrays.fill(bytes, (byte) 0);
    }
  }
}
