package egov.kiosk.crypto.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

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
      name = "Signing key file",
      description = "PEM, PKCS#8, SM2; mode 0600, owned by the runtime's user",
      min = "1",
      max = "4096")
  String keyFile();

  @AttributeDefinition(
      name = "Signing certificate file",
      description = "PEM, the certificate over the signing key",
      min = "1",
      max = "4096")
  String certificateFile();

  @AttributeDefinition(
      name = "Trust file",
      description = "PEM, the certificates of the authorities this kiosk believes",
      min = "1",
      max = "4096")
  String trustFile();

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
              + " of one citizen's messages; empty: beside the signing key")
  String orderSecretFile() default "";

  @AttributeDefinition(
      name = "Warn before expiry, days",
      description = "From how many days before a certificate expires the doctor warns",
      min = "1",
      max = "365")
  int warnDays() default 30;
}
