package egov.kiosk.crypto.component;

import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.crypto.custody.KeyFiles;
import egov.kiosk.crypto.custody.Passphrase;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The configuration as values; equal ones need no reopening.
 *
 * @param kioskId what the signing certificate must say
 * @param custody where the private key is kept
 * @param files the key's files; empty when it is kept elsewhere, or when custody file is forbidden
 *     or lacks a file's name, which is said when the key is asked for
 * @param trust whom to believe
 * @param platformSignCn who signs receipts
 * @param platformEncryptionCertificateFile whom to encrypt for
 * @param orderSecretFile where the secret of order keys is kept
 * @param warnDays from how many days before expiry to warn
 */
record CryptoSettings(
    String kioskId,
    CustodyKind custody,
    Optional<KeyFiles> files,
    TrustSettings trust,
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
    if (files.isPresent() && custody != CustodyKind.FILE) {
      throw new IllegalArgumentException("crypto: key files belong to custody file only");
    }
    if (warnDays < 1 || warnDays > 365) {
      throw new IllegalArgumentException("crypto: warnDays is 1 to 365");
    }
  }

  static CryptoSettings of(CryptoConfiguration configuration) {
    CustodyKind custody =
        CustodyKind.of(configuration.custody())
            .orElseThrow(
                () -> new IllegalArgumentException("crypto: custody is file, pkcs11, skf or sdf"));
    Optional<KeyFiles> files =
        custody == CustodyKind.FILE ? files(configuration) : Optional.empty();
    Path trustFile = file("trustFile", configuration.trustFile());
    return new CryptoSettings(
        configuration.kioskId(),
        custody,
        files,
        TrustSettings.of(configuration, trustFile),
        configuration.platformSignCn(),
        file(
            "platformEncryptionCertificateFile", configuration.platformEncryptionCertificateFile()),
        optional(configuration.orderSecretFile())
            .orElseGet(
                () ->
                    files
                        .map(named -> named.signing().key())
                        .orElse(trustFile)
                        .resolveSibling(configuration.kioskId() + ".order-secret")),
        configuration.warnDays());
  }

  /** The folder that this kiosk writes itself: where its order secret is. */
  Path ownFolder() {
    return orderSecretFile.toAbsolutePath().getParent();
  }

  /** The same with other key files. */
  CryptoSettings with(KeyFiles changed) {
    return new CryptoSettings(
        kioskId,
        custody,
        Optional.of(changed),
        trust,
        platformSignCn,
        platformEncryptionCertificateFile,
        orderSecretFile,
        warnDays);
  }

  private static Optional<KeyFiles> files(CryptoConfiguration configuration) {
    Optional<Path> machine = optional(configuration.machineFile());
    Optional<Passphrase> passphrase =
        optional(configuration.passphraseFile()).map(path -> new Passphrase(path, machine));
    if (machine.isPresent() && passphrase.isEmpty()) {
      throw new IllegalArgumentException("crypto: machineFile needs a passphraseFile");
    }
    Optional<Path> key = optional(configuration.keyFile());
    Optional<Path> certificate = optional(configuration.certificateFile());
    if (!configuration.softwareKeyAllowed() || key.isEmpty() || certificate.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new KeyFiles(
            new KeyFiles.Pair(key.get(), certificate.get()),
            optional(configuration.encryptionKeyFile())
                .flatMap(
                    file ->
                        optional(configuration.encryptionCertificateFile())
                            .map(over -> new KeyFiles.Pair(file, over))),
            passphrase));
  }

  private static Optional<Path> optional(String value) {
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
  }

  private static Path file(String key, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("crypto: " + key + " names a file");
    }
    return Path.of(value);
  }
}
