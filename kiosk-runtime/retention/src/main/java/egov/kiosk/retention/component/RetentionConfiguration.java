package egov.kiosk.retention.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician configures of this room. */
@ObjectClassDefinition(
    id = "retention",
    name = "Retention",
    description = "How long what is kept, and when it is destroyed")
@interface RetentionConfiguration {
  @AttributeDefinition(
      name = "Directory",
      description = "Where the book of runs lies; owner-only",
      min = "1",
      max = "4096")
  String directory() default "state/retention";

  @AttributeDefinition(
      name = "Hour",
      description = "From which hour of the day on the daily run is due",
      min = "0",
      max = "23")
  int hour() default 3;

  @AttributeDefinition(name = "Time zone", description = "Whose hours", min = "1", max = "64")
  String zone() default "Asia/Shanghai";

  @AttributeDefinition(
      name = "Settled messages, days",
      description = "How long slip number and official number of a settled message can be found",
      min = "1",
      max = "184")
  int settledDays() default 30;

  @AttributeDefinition(
      name = "Damaged queue files, days",
      description = "How long a damaged file of which every row was saved is kept",
      min = "7",
      max = "366")
  int setAsideDays() default 90;

  @AttributeDefinition(
      name = "Lines about orders, days",
      description = "How long one line for each order of the platform is kept",
      min = "184",
      max = "3660")
  int orderLineDays() default 184;
}
