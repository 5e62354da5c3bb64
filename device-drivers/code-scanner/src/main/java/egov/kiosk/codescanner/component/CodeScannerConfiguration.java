package egov.kiosk.codescanner.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * What a technician can set. The shapes of the codes are not published; ask the platforms the kiosk
 * is connected to and narrow these wide defaults.
 */
@ObjectClassDefinition(
    id = "code-scanner",
    name = "Code scanner",
    description = "A scanner of codes on telephones, in serial mode; never as a keyboard.")
@interface CodeScannerConfiguration {
  @AttributeDefinition(name = "Enabled", description = "Whether the kiosk has this device.")
  boolean enabled() default false;

  @AttributeDefinition(
      name = "Address",
      description = "serial:/dev/NAME@BAUD or tcp://HOST:PORT.",
      max = "255")
  String address() default "serial:/dev/kiosk/code-scanner@9600";

  @AttributeDefinition(
      name = "End",
      description = "What ends a code: a line end (CR, LF or both), or a pause of 0.3 s.",
      options = {
        @Option(label = "line end", value = "line"),
        @Option(label = "pause", value = "pause")
      })
  String end() default "line";

  @AttributeDefinition(
      name = "Lifetime",
      description = "Seconds a code is kept at most; then it is overwritten.",
      min = "5",
      max = "60")
  int lifetimeSeconds() default 60;

  @AttributeDefinition(
      name = "Electronic social security card",
      description =
          "Shortest length, longest length (2048 at most), and the characters: DIGITS,"
              + " ALPHANUMERIC, BASE64 or BASE64URL; e.g. 16-512 BASE64.",
      max = "32")
  String socialSecurity() default "16-512 BASE64";

  @AttributeDefinition(name = "Medical insurance credential", description = "As above.", max = "32")
  String medicalInsurance() default "16-128 ALPHANUMERIC";

  @AttributeDefinition(name = "Provincial code", description = "As above.", max = "32")
  String provincial() default "16-512 BASE64URL";
}
