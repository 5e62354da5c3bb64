package egov.kiosk.crypto.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.archive.RevocationShelf;
import egov.kiosk.crypto.certificate.RevocationPolicy;
import egov.kiosk.crypto.certificate.TrustRules;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom to believe.
 *
 * @param authorities the trust file
 * @param revocation the revocation lists, when they are configured
 * @param rules how strictly
 */
record TrustSettings(Path authorities, Optional<Path> revocation, TrustRules rules) {
  static TrustSettings of(CryptoConfiguration configuration, Path authorities) {
    String lists = configuration.revocationFile();
    int seconds = configuration.clockToleranceSeconds();
    if (seconds < 0 || seconds > 3600) {
      throw new IllegalArgumentException("crypto: clockToleranceSeconds is 0 to 3600");
    }
    return new TrustSettings(
        authorities,
        lists == null || lists.isBlank() ? Optional.empty() : Optional.of(Path.of(lists)),
        new TrustRules(Duration.ofSeconds(seconds), policy(configuration.revocationPolicy())));
  }

  private static RevocationPolicy policy(String word) {
    for (RevocationPolicy policy : RevocationPolicy.values()) {
      if (policy.name().toLowerCase(Locale.ROOT).equals(word)) {
        return policy;
      }
    }
    throw new IllegalArgumentException("crypto: revocationPolicy is soft or hard");
  }

  /**
   * Reads the authorities and their newest revocation lists.
   *
   * @param own a folder that this kiosk writes itself
   */
  RevocationShelf.Stocked open(Path own) throws CryptoException {
    TrustStore trust = TrustStore.of(PemFiles.readCertificates(authorities)).with(rules);
    return new RevocationShelf(own.resolve("revocation-lists.kept")).stock(trust, revocation);
  }
}
