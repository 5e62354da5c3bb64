package egov.kiosk.pageprinter.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician can set. */
@ObjectClassDefinition(
    id = "page-printer",
    name = "Page printer",
    description = "An office printer that speaks IPP. Without a configuration there is none.")
@interface PagePrinterConfiguration {
  @AttributeDefinition(
      name = "Address",
      description = "ipp://HOST:PORT/PATH; best on 127.0.0.1 by ipp-usb: nothing is encrypted.",
      max = "255")
  String address() default "ipp://127.0.0.1:60000/ipp/print";

  @AttributeDefinition(
      name = "Ask interval",
      description = "Milliseconds between two questions how the printer is.",
      min = "500",
      max = "60000")
  int askMillis() default 1000;

  @AttributeDefinition(
      name = "Answer timeout",
      description = "Milliseconds one answer may take.",
      min = "200",
      max = "30000")
  int answerMillis() default 3000;
}
