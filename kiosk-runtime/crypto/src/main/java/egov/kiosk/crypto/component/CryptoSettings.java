package egov.kiosk.crypto.component;

import java.nio.file.Path;

/**
 * The configuration as values; equal ones need no reopening.
 *
 * @param kioskId what the signing certificate must say
 * @param keyFile the signing key
 * @param certificateFile its certificate
 * @param trustFile the authorities
 * @param platformSignCn who signs receipts
 * @param platformEncryptionCertificateFile whom to encrypt for
 * @param orderSecretFile where the secret of order keys is kept
 * @param warnDays from how many days before expiry to warn
 */
record CryptoSettings(
    String kioskId,
    Path keyFile,
    Path certificateFile,
    Path trustFile,
    String platformSignCn,
    Path platformEncryptionCertificateFile,
    Path orderSecretFile,
    int warnDays) {

  CryptoSettings {
    if (platformSignCn == null || platformSignCn.isBlank()) {
      throw new IllegalArgumentException("crypto: platformSignCn names the platform");
    }
    if (kioskId == null || !kioskId.matches("[0-9a-z-]{1,32}")) {
      throw new IllegalArgumentException(
          "crypto: kioskId has 1 to 32 lower-case letters, digits and hyphens");
    }
    if (warnDays < 1 || warnDays > 365) {
      throw new IllegalArgumentException("crypto: warnDays is 1 to 365");
    }
  }

  static CryptoSettings of(CryptoConfiguration configuration) {
    Path keyFile = file("keyFile", configuration.keyFile());
    String secret = configuration.orderSecretFile();
    return new CryptoSettings(
        configuration.kioskId(),
        keyFile,
        file("certificateFile", configuration.certificateFile()),
        file("trustFile", configuration.trustFile()),
        configuration.platformSignCn(),
        file(
            "platformEncryptionCertificateFile", configuration.platformEncryptionCertificateFile()),
        secret == null || secret.isBlank()
            ? keyFile.resolveSibling(configuration.kioskId() + ".order-secret")
            : Path.of(secret),
        configuration.warnDays());
  }

  private static Path file(String key, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("crypto: " + key + " names a file");
    }
    return Path.of(value);
  }
}
