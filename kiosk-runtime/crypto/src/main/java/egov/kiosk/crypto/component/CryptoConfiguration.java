package egov.kiosk.crypto.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What a technician configures of this room. */
@ObjectClassDefinition(
    id = "crypto",
    name = "Keys and certificates",
    description = "The kiosk's signing key and whom the kiosk trusts")
@interface CryptoConfiguration {
  @AttributeDefinition(
      name = "Kiosk id",
      description =
          "This kiosk's id, the common name in its certificate: 1 to 32 lower-case letters, digits"
              + " and hyphens",
      min = "1",
      max = "32")
  String kioskId();

  @AttributeDefinition(
      name = "Key custody",
      description =
          "Where the private key is kept: file (for laboratories), or pkcs11, skf, sdf as the"
              + " component custody describes them",
      options = {
        @Option(label = "File", value = "file"),
        @Option(label = "PKCS#11 token", value = "pkcs11"),
        @Option(label = "Smart key, GM/T 0016", value = "skf"),
        @Option(label = "Card or machine, GM/T 0018", value = "sdf")
      })
  String custody() default "file";

  @AttributeDefinition(
      name = "Software key allowed",
      description =
          "Whether custody file may be used at all; a site sets this to false and can then not fall"
              + " back to a software key by mistake")
  boolean softwareKeyAllowed() default true;

  @AttributeDefinition(
      name = "Signing key file",
      description =
          "Custody file: PEM, PKCS#8, SM2; mode 0600, owned by the runtime's user; wrapped at the"
              + " first start with a passphrase file",
      max = "4096")
  String keyFile() default "";

  @AttributeDefinition(
      name = "Signing certificate file",
      description = "Custody file: PEM, the certificate over the signing key",
      max = "4096")
  String certificateFile() default "";

  @AttributeDefinition(
      name = "Encryption key file",
      description =
          "Custody file: PEM, the key others encrypt for, as the signing key file; made by kiosk"
              + " enrol; empty: none",
      max = "4096")
  String encryptionKeyFile() default "";

  @AttributeDefinition(
      name = "Encryption certificate file",
      description = "Custody file: PEM, the certificate over the encryption key; empty: none",
      max = "4096")
  String encryptionCertificateFile() default "";

  @AttributeDefinition(
      name = "Passphrase file",
      description =
          "Custody file: the words the key file is wrapped under, at least 12 bytes in one line,"
              + " mode 0600, or a credential of the service manager; empty: an open key, for"
              + " demonstrations",
      max = "4096")
  String passphraseFile() default "";

  @AttributeDefinition(
      name = "Machine file",
      description =
          "Custody file: a file that only this machine has and that enters the wrapping, e.g."
              + " /sys/class/dmi/id/product_uuid; empty: none",
      max = "4096")
  String machineFile() default "";

  @AttributeDefinition(
      name = "Trust file",
      description = "PEM, the certificates of the authorities this kiosk believes",
      min = "1",
      max = "4096")
  String trustFile();

  @AttributeDefinition(
      name = "Revocation lists file",
      description =
          "PEM, the revocation lists of those authorities; read again when it is replaced, an older"
              + " list never replaces a newer one; empty: none",
      max = "4096")
  String revocationFile() default "";

  @AttributeDefinition(
      name = "Without a fresh revocation list",
      description =
          "soft: go on and warn; hard: refuse every certificate whose authority's list is missing"
              + " or stale",
      options = {
        @Option(label = "Go on and warn", value = "soft"),
        @Option(label = "Refuse", value = "hard")
      })
  String revocationPolicy() default "soft";

  @AttributeDefinition(
      name = "Clock tolerance, seconds",
      description = "By how much clocks may differ at both ends of a certificate's validity",
      min = "0",
      max = "3600")
  int clockToleranceSeconds() default 300;

  @AttributeDefinition(
      name = "Platform's name",
      description =
          "The common name in the platform's signing certificate; receipts by others count"
              + " for nothing",
      min = "1",
      max = "63")
  String platformSignCn();

  @AttributeDefinition(
      name = "Platform's encryption certificate file",
      description = "PEM, the certificate that messages are encrypted for",
      min = "1",
      max = "4096")
  String platformEncryptionCertificateFile();

  @AttributeDefinition(
      name = "Order secret file",
      description =
          "32 random bytes, mode 0600, made by the kiosk itself, by which the queue keeps the order"
              + " of one citizen's messages; empty: beside the signing key, or the trust file if there"
              + " is no key file",
      max = "4096")
  String orderSecretFile() default "";

  @AttributeDefinition(
      name = "Warn before expiry, days",
      description = "From how many days before a certificate expires the doctor warns",
      min = "1",
      max = "365")
  int warnDays() default 30;
}
