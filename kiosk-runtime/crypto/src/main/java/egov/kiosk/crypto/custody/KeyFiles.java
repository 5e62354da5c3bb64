package egov.kiosk.crypto.custody;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of a {@link FileCustody}.
 *
 * @param signing the signing key and its certificate
 * @param encryption the encryption key and its certificate, when there is one
 * @param passphrase what the key files are wrapped under; without it they must be open
 */
public record KeyFiles(Pair signing, Optional<Pair> encryption, Optional<Passphrase> passphrase) {
  public KeyFiles {
    Objects.requireNonNull(signing, "signing");
    Objects.requireNonNull(encryption, "encryption");
    Objects.requireNonNull(passphrase, "passphrase");
  }

  /**
   * One key.
   *
   * @param key PKCS#8 in PEM, wrapped or open, mode 0600, owned by this process's user
   * @param certificate the certificate over it, in PEM
   */
  public record Pair(Path key, Path certificate) {
    public Pair {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(certificate, "certificate");
    }
  }
}
