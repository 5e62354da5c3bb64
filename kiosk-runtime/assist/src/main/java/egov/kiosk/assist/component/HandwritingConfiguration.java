package egov.kiosk.assist.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician can set. */
@ObjectClassDefinition(
    id = "handwriting",
    name = "Handwriting",
    description = "Reads characters written with a finger, offline, by Zinnia.")
@interface HandwritingConfiguration {
  @AttributeDefinition(
      name = "Program",
      description = "zinnia: a path, or a name looked up in PATH.",
      max = "255")
  String program() default "zinnia";

  @AttributeDefinition(name = "Model", description = "Path of a Zinnia model.", max = "255")
  String model() default "/usr/share/tegaki/models/zinnia/handwriting-zh_CN.model";

  @AttributeDefinition(
      name = "Timeout",
      description = "Milliseconds one character may take; then its process is ended.",
      min = "100",
      max = "10000")
  int timeoutMillis() default 2000;
}
