package egov.kiosk.downlink.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician can set about the platform's orders. */
@ObjectClassDefinition(
    id = "downlink",
    name = "Downlink",
    description = "Settings, service items and commands of the platform")
@interface DownlinkConfiguration {
  @AttributeDefinition(
      name = "Directory",
      description = "Remembers what was ordered and done; must survive restarts")
  String directory() default "downlink";

  @AttributeDefinition(
      name = "Audit file",
      description = "One line for each command accepted, refused and done")
  String auditFile() default "audit/commands.log";

  @AttributeDefinition(name = "Log directory", description = "Where kiosk.log is")
  String logDirectory() default "log";
}
