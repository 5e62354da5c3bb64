package egov.kiosk.link.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician can set. */
@ObjectClassDefinition(
    id = "known-devices",
    name = "Accepted devices",
    description = "Which card reader and other devices may serve at this kiosk.")
@interface KnownDevicesConfiguration {
  @AttributeDefinition(name = "Directory", description = "Where the list is kept.", max = "255")
  String directory() default "devices";
}
