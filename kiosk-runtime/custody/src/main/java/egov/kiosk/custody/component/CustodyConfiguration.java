package egov.kiosk.custody.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * What a technician configures of this room; nothing at all, when keys are in files. So everything
 * has a default, and what a kind needs is checked when the component is made.
 */
@ObjectClassDefinition(
    id = "custody",
    name = "Key custody in a device",
    description = "The device that keeps the kiosk's private keys; crypto.custody names its kind")
@interface CustodyConfiguration {
  @AttributeDefinition(
      name = "Kind",
      description = "The interface of the device's library",
      options = {
        @Option(label = "PKCS#11", value = "pkcs11"),
        @Option(label = "SKF, GM/T 0016", value = "skf"),
        @Option(label = "SDF, GM/T 0018", value = "sdf")
      })
  String kind() default "skf";

  @AttributeDefinition(
      name = "Library",
      description = "Absolute path of the vendor's library for this processor; always needed",
      max = "4096")
  String library() default "";

  @AttributeDefinition(
      name = "PIN file",
      description =
          "The device's PIN in one line; mode 0600, owned by the runtime's user; always needed",
      max = "4096")
  String pinFile() default "";

  @AttributeDefinition(
      name = "Refused PIN file",
      description =
          "Where the runtime notes that a PIN was refused, so that it is never presented again;"
              + " empty: beside the PIN file",
      max = "4096")
  String refusedFile() default "";

  @AttributeDefinition(
      name = "Timeout, milliseconds",
      description = "How long one operation may take, connecting included",
      min = "100",
      max = "60000")
  int timeoutMillis() default 5000;

  @AttributeDefinition(
      name = "Signing certificate file",
      description = "PEM; needed for SDF; empty: the certificate in the device",
      max = "4096")
  String signingCertificateFile() default "";

  @AttributeDefinition(
      name = "Encryption certificate file",
      description = "PEM; empty: the certificate in the device, if there is one",
      max = "4096")
  String encryptionCertificateFile() default "";

  @AttributeDefinition(
      name = "Device",
      description = "SKF: the device's name; PKCS#11: the token's label; empty: the only one",
      max = "64")
  String device() default "";

  @AttributeDefinition(name = "Application", description = "SKF: the application", max = "64")
  String skfApplication() default "";

  @AttributeDefinition(name = "Container", description = "SKF: the container", max = "64")
  String skfContainer() default "";

  @AttributeDefinition(
      name = "Decryption call",
      description = "SKF: how the vendor's library decrypts with a container's key; see its manual",
      options = {
        @Option(label = "None, signs only", value = "none"),
        @Option(label = "SKF_ECCPrvKeyDecrypt", value = "ecc-prv-key-decrypt"),
        @Option(label = "SKF_ECCDecrypt", value = "ecc-decrypt"),
        @Option(label = "SKF_ECCDecrypt with key flag", value = "ecc-decrypt-with-flag")
      })
  String skfDecrypt() default "none";

  @AttributeDefinition(
      name = "Key index",
      description = "SDF: the index of the key pair",
      min = "1",
      max = "65535")
  int sdfKeyIndex() default 1;

  @AttributeDefinition(
      name = "Decryption takes an algorithm",
      description = "SDF: whether SDF_InternalDecrypt_ECC has an algorithm after the index")
  boolean sdfWithAlgorithm() default true;

  @AttributeDefinition(
      name = "Signing key label",
      description = "PKCS#11: the label of signing key and certificate",
      max = "64")
  String pkcs11SignLabel() default "";

  @AttributeDefinition(
      name = "Encryption key label",
      description = "PKCS#11: the label of encryption key and certificate; empty: none",
      max = "64")
  String pkcs11EncryptLabel() default "";

  @AttributeDefinition(
      name = "Signing mechanism",
      description = "PKCS#11: CKM of SM2 signing, hexadecimal, from the vendor's header",
      max = "18")
  String pkcs11SignMechanism() default "";

  @AttributeDefinition(
      name = "Mechanism hashes",
      description = "PKCS#11: whether that mechanism takes the message and hashes it with SM3")
  boolean pkcs11SignsMessage() default false;

  @AttributeDefinition(
      name = "Decryption mechanism",
      description = "PKCS#11: CKM of SM2 decryption, hexadecimal; empty: none",
      max = "18")
  String pkcs11DecryptMechanism() default "";

  @AttributeDefinition(
      name = "Key making mechanism",
      description =
          "PKCS#11: CKM of making SM2 key pairs, hexadecimal, for kiosk enrol; empty: its vendor's"
              + " tool makes them",
      max = "18")
  String pkcs11GenerateMechanism() default "";

  @AttributeDefinition(
      name = "Ciphertext form",
      description = "PKCS#11: what the decryption mechanism takes",
      options = {
        @Option(label = "04 x y C3 C2", value = "c1c3c2"),
        @Option(label = "04 x y C2 C3", value = "c1c2c3"),
        @Option(label = "x y C3 C2", value = "xyc3c2")
      })
  String pkcs11CipherForm() default "c1c3c2";
}
