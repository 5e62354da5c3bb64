package egov.kiosk.cabinet.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician can set; -1 stands for not fitted. */
@ObjectClassDefinition(
    id = "cabinet",
    name = "Cabinet",
    description = "Lamps, door, presence and UPS at one Modbus RTU relay board.")
@interface CabinetConfiguration {
  @AttributeDefinition(name = "Enabled", description = "Whether the kiosk has this device.")
  boolean enabled() default false;

  @AttributeDefinition(
      name = "Address",
      description = "serial:/dev/NAME@BAUD, or tcp://HOST:PORT of a transparent converter.",
      max = "255")
  String address() default "serial:/dev/kiosk/cabinet@9600";

  @AttributeDefinition(
      name = "Unit",
      description = "The board's Modbus address.",
      min = "1",
      max = "247")
  int unit() default 1;

  @AttributeDefinition(
      name = "Look interval",
      description = "Milliseconds between two looks at the sensors.",
      min = "50",
      max = "5000")
  int lookMillis() default 250;

  @AttributeDefinition(
      name = "Answer limit",
      description = "Milliseconds one answer of the board may take.",
      min = "20",
      max = "2000")
  int answerLimitMillis() default 200;

  @AttributeDefinition(
      name = "Door input",
      description = "The input that is on when the door is open.",
      min = "-1",
      max = "63")
  int doorInput() default 0;

  @AttributeDefinition(
      name = "Person input",
      description = "The input that is on when somebody stands in front.",
      min = "-1",
      max = "63")
  int personInput() default -1;

  @AttributeDefinition(
      name = "Mains input",
      description = "The input that is on when the UPS runs on its battery.",
      min = "-1",
      max = "63")
  int mainsInput() default -1;

  @AttributeDefinition(
      name = "Battery input",
      description =
          "The input that is on when the battery is nearly empty; the kiosk soon goes off with it.",
      min = "-1",
      max = "63")
  int batteryInput() default -1;

  @AttributeDefinition(
      name = "Inverted inputs",
      description = "Numbers of the inputs that are off when the others would be on.")
  String[] invertedInputs() default {};

  @AttributeDefinition(
      name = "Lamps",
      description = "LAMP=COIL each; lamps are CARD, SOCIAL_CARD, CODE, PAPER, FACE, HELP.")
  String[] lamps() default {};

  @AttributeDefinition(
      name = "Outlets",
      description = "DEVICE=COIL each: the relay that takes the power from a device that hangs.")
  String[] outlets() default {};
}
