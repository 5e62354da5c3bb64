package egov.kiosk.fieldwork.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What makes a machine a grid worker's. */
@ObjectClassDefinition(
    id = "field-work",
    name = "Field work",
    description = "A grid worker's tablet; nothing of it runs without a grid")
@interface FieldWorkConfiguration {
  @AttributeDefinition(
      name = "Grid",
      description = "The one grid whose tasks and households this machine keeps",
      min = "4",
      max = "32",
      required = false)
  String grid();

  @AttributeDefinition(
      name = "Directory",
      description = "Where tasks, households and drafts are kept, sealed; owner-only",
      min = "1",
      max = "4096")
  String directory() default "state/field";

  @AttributeDefinition(name = "Time zone", description = "Whose days", min = "1", max = "64")
  String zone() default "Asia/Shanghai";
}
