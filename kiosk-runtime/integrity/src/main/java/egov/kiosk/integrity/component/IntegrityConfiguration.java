package egov.kiosk.integrity.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the check of program files. */
@ObjectClassDefinition(
    name = "Kiosk: integrity",
    description = "Whether the program is as it was released; an altered file closes the kiosk")
public @interface IntegrityConfiguration {
  @AttributeDefinition(
      name = "Home",
      description = "The installation: where program.list lies; empty: nothing is checked",
      required = false)
  String home() default "";

  @AttributeDefinition(
      name = "Trust",
      description =
          "PEM file of the authorities that certify who releases programs; empty: nothing is"
              + " checked, for development",
      required = false)
  String trustFile() default "";

  @AttributeDefinition(
      name = "Signer",
      description = "Common name that the certificate of whoever released the program must have")
  String signer() default "program-release";

  @AttributeDefinition(
      name = "Also believed",
      description = "SM3 of files an integrator added, such as drivers; after commas",
      required = false)
  String alsoBelieved() default "";

  @AttributeDefinition(
      name = "Delay",
      description = "Seconds after the screens are served before the first check",
      min = "0",
      max = "3600")
  int delaySeconds() default 20;

  @AttributeDefinition(
      name = "Every",
      description = "Hours between two checks",
      min = "1",
      max = "168")
  int everyHours() default 24;
}
