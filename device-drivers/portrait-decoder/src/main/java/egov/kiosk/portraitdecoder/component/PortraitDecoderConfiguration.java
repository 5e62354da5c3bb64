package egov.kiosk.portraitdecoder.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician can set. */
@ObjectClassDefinition(
    id = "portrait-decoder",
    name = "Portrait decoder",
    description = "Decodes portraits of real cards with a library the site has a licence for.")
@interface PortraitDecoderConfiguration {
  @AttributeDefinition(
      name = "Library",
      description = "Absolute path of the shared library; empty: portraits are not decoded.",
      required = false,
      max = "255")
  String library() default "";

  @AttributeDefinition(
      name = "Symbol",
      description = "Its function int f(char *wlt, char *bgr, int save), as it is exported.",
      max = "128")
  String symbol() default "unpack";

  @AttributeDefinition(
      name = "Bottom up",
      description = "Whether the library's rows begin at the bottom, as in a BMP file.")
  boolean bottomUp() default false;

  @AttributeDefinition(
      name = "Timeout",
      description = "Milliseconds one portrait may take; then the library's process is ended.",
      min = "100",
      max = "30000")
  int timeoutMillis() default 3000;
}
