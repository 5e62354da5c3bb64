package egov.kiosk.printer.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What a technician can set. */
@ObjectClassDefinition(
    id = "printer",
    name = "Receipt printer",
    description = "A thermal receipt printer that speaks ESC/POS.")
@interface PrinterConfiguration {
  @AttributeDefinition(
      name = "Enabled",
      description = "Whether this driver serves the receipt printer; off when another's does.")
  boolean enabled() default true;

  @AttributeDefinition(
      name = "Address",
      description = "tcp://HOST:PORT, serial:/dev/NAME@BAUD or usb:/dev/usb/lp0.",
      max = "255")
  String address() default "tcp://127.0.0.1:9100";

  @AttributeDefinition(
      name = "Columns",
      description = "Single-width characters side by side: 48 on 80 mm paper, 32 on 58 mm.",
      min = "16",
      max = "64")
  int columns() default 48;

  @AttributeDefinition(
      name = "Code page",
      description = "GBK for a printer that does not know four-byte characters.",
      options = {
        @Option(label = "GB18030", value = "GB18030"),
        @Option(label = "GBK", value = "GBK")
      })
  String charset() default "GB18030";

  @AttributeDefinition(
      name = "Logo",
      description = "A PNG printed on top of each slip, at most 576 by 400 dots; empty for none.",
      max = "4096")
  String logo() default "";

  @AttributeDefinition(
      name = "Ask interval",
      description = "Milliseconds between two questions how the printer is.",
      min = "200",
      max = "60000")
  int askMillis() default 1000;

  @AttributeDefinition(
      name = "Open timeout",
      description = "Milliseconds connecting may take.",
      min = "100",
      max = "30000")
  int openTimeoutMillis() default 2000;

  @AttributeDefinition(
      name = "Status timeout",
      description = "Milliseconds one status answer may take.",
      min = "100",
      max = "10000")
  int statusTimeoutMillis() default 500;

  @AttributeDefinition(
      name = "Asks who it is",
      description =
          "Whether the printer is asked for its serial number (GS I 68), so that another one is"
              + " noticed; off for a printer that does something else at this command.")
  boolean asksWho() default true;
}
