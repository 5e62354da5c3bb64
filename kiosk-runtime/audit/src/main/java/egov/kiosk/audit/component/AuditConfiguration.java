package egov.kiosk.audit.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician configures of this room. */
@ObjectClassDefinition(
    id = "audit",
    name = "Audit log",
    description = "Where records of what was done are kept, and how long")
@interface AuditConfiguration {
  @AttributeDefinition(
      name = "Directory",
      description = "Where the log lies; owner-only",
      min = "1",
      max = "4096")
  String directory() default "state/audit";

  @AttributeDefinition(
      name = "Segment, MB",
      description = "From which size on a file of the log is closed; at least one a day",
      min = "1",
      max = "64")
  int segmentMegabytes() default 8;

  @AttributeDefinition(
      name = "Budget, MB",
      description =
          "What the whole log may take. When it is used up, the oldest exported records go; if"
              + " there are none, nothing is recorded any more and security administration is"
              + " refused",
      min = "64",
      max = "65536")
  int budgetMegabytes() default 1024;

  @AttributeDefinition(
      name = "Retention, days",
      description = "How long records are kept at least; six months by GB/T 22239 level 3",
      min = "183",
      max = "3660")
  int retentionDays() default 184;

  @AttributeDefinition(
      name = "Signed head after records",
      description = "After how many records a head is signed and goes to the platform",
      min = "10",
      max = "100000")
  int checkpointRecords() default 500;

  @AttributeDefinition(
      name = "Signed head after minutes",
      description = "After which time a head is signed, while anything is new",
      min = "1",
      max = "1440")
  int checkpointMinutes() default 15;
}
