package egov.kiosk.downlink.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician can set about the states of applications. */
@ObjectClassDefinition(
    id = "progress",
    name = "Progress",
    description = "States of applications the platform told of without being asked")
@interface ProgressConfiguration {
  @AttributeDefinition(
      name = "Directory",
      description = "Keeps the last state of each; no personal data; must survive restarts")
  String directory() default "progress";
}
