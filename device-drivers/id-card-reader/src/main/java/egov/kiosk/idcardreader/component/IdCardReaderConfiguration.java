package egov.kiosk.idcardreader.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What a technician can set. */
@ObjectClassDefinition(
    id = "id-card-reader",
    name = "Identity card reader",
    description = "A reader on a serial line, GA/T 467-2019.")
@interface IdCardReaderConfiguration {
  @AttributeDefinition(
      name = "Enabled",
      description = "Whether this driver serves the card reader; off when another's does.")
  boolean enabled() default true;

  @AttributeDefinition(
      name = "Port",
      description =
          "Absolute path of a serial device, best a udev name by port or serial number; or"
              + " tcp://HOST:PORT, usb-serial:NUMBER@BAUD, usb:VENDOR:PRODUCT/4. Several places the"
              + " reader may be moved to are separated by commas.",
      max = "1000")
  String port() default "/dev/kiosk/id-card-reader";

  @AttributeDefinition(
      name = "Baud",
      description = "Speed of the line.",
      options = {
        @Option(label = "115200", value = "115200"),
        @Option(label = "57600", value = "57600"),
        @Option(label = "38400", value = "38400"),
        @Option(label = "19200", value = "19200"),
        @Option(label = "9600", value = "9600")
      })
  int baud() default 115200;

  @AttributeDefinition(
      name = "Autobaud",
      description = "Whether a silent serial line is tried at the other speeds, too.")
  boolean autobaud() default true;

  @AttributeDefinition(
      name = "Find interval",
      description = "Milliseconds from one look for a card to the next while waiting.",
      min = "100",
      max = "5000")
  int findIntervalMillis() default 300;

  @AttributeDefinition(
      name = "Brief timeout",
      description = "Milliseconds the module may take for status, id and reset.",
      min = "100",
      max = "30000")
  int briefTimeoutMillis() default 1000;

  @AttributeDefinition(
      name = "Find timeout",
      description = "Milliseconds the module may take to look for a card.",
      min = "100",
      max = "30000")
  int findTimeoutMillis() default 1000;

  @AttributeDefinition(
      name = "Select timeout",
      description = "Milliseconds the module may take to select a card.",
      min = "100",
      max = "30000")
  int selectTimeoutMillis() default 1000;

  @AttributeDefinition(
      name = "Read timeout",
      description = "Milliseconds the module may take to read text and photo, line included.",
      min = "500",
      max = "30000")
  int readTimeoutMillis() default 2000;

  @AttributeDefinition(
      name = "Fingerprint timeout",
      description = "Milliseconds the module may take to read text, photo and fingerprints.",
      min = "500",
      max = "60000")
  int fingerprintTimeoutMillis() default 5000;

  @AttributeDefinition(
      name = "Repoll",
      description = "repeat: a card that stays is found again; lift: only after it was lifted.",
      options = {
        @Option(label = "found again while it lies there", value = "repeat"),
        @Option(label = "found again after lifting", value = "lift")
      })
  String repoll() default "repeat";

  @AttributeDefinition(
      name = "Max RF bytes",
      description = "Sent once after opening; 0 sends nothing. Usual values are 80 and 88.",
      min = "0",
      max = "255")
  int maxRfBytes() default 0;

  @AttributeDefinition(
      name = "Allowed modules",
      description = "Ids of security modules that may be used; empty allows all.")
  String[] allowedModules() default {};

  @AttributeDefinition(
      name = "Look when lost",
      description = "Milliseconds between looks for a reader that is gone, while idle.",
      min = "100",
      max = "60000")
  int lookWhenLostMillis() default 500;

  @AttributeDefinition(
      name = "Look when there",
      description = "Milliseconds between glances whether the reader is still there, while idle.",
      min = "100",
      max = "60000")
  int lookWhenThereMillis() default 1000;
}
