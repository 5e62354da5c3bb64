package egov.kiosk.outboxsqlite.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician can set. */
@ObjectClassDefinition(
    id = "outbox",
    name = "Outbox",
    description = "The durable queue of accepted messages")
@interface OutboxConfiguration {
  @AttributeDefinition(
      name = "Directory",
      description =
          "Directory of the queue, for this user only (mode 0700); a relative one is taken from the"
              + " working directory",
      min = "1",
      max = "1024")
  String directory() default "state/outbox";

  @AttributeDefinition(
      name = "Quota (MiB)",
      description =
          "How much the queue may hold; from 80 % of it an alarm is raised, from 95 % new business is"
              + " refused before it starts",
      min = "1",
      max = "1048576")
  int quotaMiB() default 10_240;

  @AttributeDefinition(
      name = "Free space (MiB)",
      description = "How much of the disk must stay free for new business to be accepted",
      min = "0",
      max = "1048576")
  int minFreeMiB() default 256;
}
