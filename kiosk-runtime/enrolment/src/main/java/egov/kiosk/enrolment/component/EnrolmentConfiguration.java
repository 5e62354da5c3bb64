package egov.kiosk.enrolment.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician configures of this room. */
@ObjectClassDefinition(
    id = "enrolment",
    name = "Enrolment",
    description = "How this machine becomes a kiosk with a one-time code")
@interface EnrolmentConfiguration {
  @AttributeDefinition(
      name = "Directory",
      description = "Where an identity is put together; the kiosk's own, owner-only",
      min = "1",
      max = "4096")
  String directory() default "state/enrolment";

  @AttributeDefinition(
      name = "Platform",
      description = "HOST:PORT of the platform's enrolment desk; kiosk enrol asks when it is empty",
      max = "300")
  String platform() default "";

  @AttributeDefinition(
      name = "Authority",
      description =
          "SM3 of the root authority's certificate, 64 hexadecimal digits; empty: as the trust file"
              + " has it, or as kiosk enrol is told",
      max = "128")
  String authority() default "";
}
