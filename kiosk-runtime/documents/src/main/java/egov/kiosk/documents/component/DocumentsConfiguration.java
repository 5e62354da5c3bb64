package egov.kiosk.documents.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician configures of this room. */
@ObjectClassDefinition(
    id = "documents",
    name = "Sealed documents",
    description = "The kiosk's electronic seal, and whose sealed documents it believes")
@interface DocumentsConfiguration {
  @AttributeDefinition(
      name = "Seal file",
      description =
          "The kiosk's electronic seal (GB/T 38540, DER, usually .esl), made for its signing"
              + " certificate; empty: no documents are made",
      max = "4096")
  String sealFile() default "";

  @AttributeDefinition(
      name = "Trust file",
      description =
          "PEM, the authorities behind signers and seal makers; empty: no documents are verified",
      max = "4096")
  String trustFile() default "";

  @AttributeDefinition(
      name = "Revocation lists",
      description = "PEM, the authorities' newest revocation lists; empty: none are looked at",
      max = "4096")
  String revocationFile() default "";

  @AttributeDefinition(
      name = "Seal maker",
      description = "The common name in the certificate of whoever makes the seals believed here",
      min = "1",
      max = "63")
  String sealMaker() default "seal-maker";

  @AttributeDefinition(
      name = "Fonts for rare characters",
      description =
          "TrueType files, separated by commas, that draw characters beyond GBK in names; empty:"
              + " the reader's font must have them",
      max = "4096")
  String rareFonts() default "";
}
