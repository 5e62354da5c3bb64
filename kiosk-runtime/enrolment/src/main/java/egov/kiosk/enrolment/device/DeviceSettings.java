package egov.kiosk.enrolment.device;

import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.crypto.custody.DeviceEnrolments;
import egov.kiosk.crypto.custody.FileEnrolment;
import egov.kiosk.crypto.custody.KeyEnrolment;
import egov.kiosk.crypto.custody.KeyFiles;
import egov.kiosk.crypto.custody.Passphrase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * What of the kiosk's configuration says where an identity lies.
 *
 * @param values {@code component.attribute} and value, as the configuration file has them
 */
public record DeviceSettings(Map<String, String> values) {
  public DeviceSettings {
    values = Map.copyOf(values);
  }

  /** Who the machine is to be. */
  public String kioskId() {
    return needed("crypto.kioskId");
  }

  /** Who signs for the platform. */
  public String platformSigner() {
    return needed("crypto.platformSignCn");
  }

  /** Where the authorities go. */
  public Path trustFile() {
    return Path.of(needed("crypto.trustFile"));
  }

  /** Where revocation lists go, when that is configured. */
  public Optional<Path> revocationFile() {
    return maybe("crypto.revocationFile").map(Path::of);
  }

  /** Where the certificate goes that messages are encrypted for. */
  public Path platformFile() {
    return Path.of(needed("crypto.platformEncryptionCertificateFile"));
  }

  /** The signing key's files, when keys are in files. */
  public Optional<KeyFiles.Pair> signingFiles() {
    return kind() == CustodyKind.FILE
        ? Optional.of(
            new KeyFiles.Pair(
                Path.of(needed("crypto.keyFile")), Path.of(needed("crypto.certificateFile"))))
        : Optional.empty();
  }

  /**
   * The custody that is given the identity.
   *
   * @param aside where keys in files wait
   * @throws IllegalArgumentException naming the setting that is missing or wrong
   */
  public KeyEnrolment custody(Path aside, SecureRandom random) {
    return kind() == CustodyKind.FILE
        ? new FileEnrolment(files(), aside, random)
        : devices().enrolment(component("custody"));
  }

  private static DeviceEnrolments devices() {
    return ServiceLoader.load(DeviceEnrolments.class, DeviceSettings.class.getClassLoader())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "crypto.custody is a device and this installation has no room custody"));
  }

  private CustodyKind kind() {
    CustodyKind kind =
        CustodyKind.of(maybe("crypto.custody").orElse("file"))
            .orElseThrow(
                () -> new IllegalArgumentException("crypto.custody is file, pkcs11, skf or sdf"));
    if (kind == CustodyKind.FILE
        && maybe("crypto.softwareKeyAllowed").filter("false"::equals).isPresent()) {
      throw new IllegalArgumentException(
          "crypto.custody is file and crypto.softwareKeyAllowed forbids that; a site keeps its keys"
              + " in a device");
    }
    return kind;
  }

  private KeyFiles files() {
    KeyFiles.Pair signing = signingFiles().orElseThrow();
    Path beside = signing.key().toAbsolutePath();
    KeyFiles.Pair encryption =
        new KeyFiles.Pair(
            maybe("crypto.encryptionKeyFile")
                .map(Path::of)
                .orElse(beside.resolveSibling("kiosk-enc.key")),
            maybe("crypto.encryptionCertificateFile")
                .map(Path::of)
                .orElse(beside.resolveSibling("kiosk-enc.pem")));
    Optional<Path> machine = maybe("crypto.machineFile").map(Path::of);
    return new KeyFiles(
        signing,
        Optional.of(encryption),
        maybe("crypto.passphraseFile").map(file -> new Passphrase(Path.of(file), machine)));
  }

  private Map<String, String> component(String name) {
    Map<String, String> found = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(name + ".")) {
            found.put(key.substring(name.length() + 1), value);
          }
        });
    return found;
  }

  private Optional<String> maybe(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
  }

  private String needed(String key) {
    return maybe(key)
        .orElseThrow(() -> new IllegalArgumentException(key + " is not set in the configuration"));
  }

  @Override
  public String toString() {
    return "DeviceSettings" + values.keySet();
  }
}
