package egov.kiosk.attachments.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What a technician configures of this room. */
@ObjectClassDefinition(
    id = "attachments",
    name = "Attachments",
    description = "Keeps scans and photos until the platform has them, and sends them")
@interface AttachmentsConfiguration {
  @AttributeDefinition(
      name = "Directory",
      description = "Where chunks are kept, encrypted; on a local disk",
      min = "1",
      max = "4096")
  String directory();

  @AttributeDefinition(
      name = "Quota, MiB",
      description = "What all attachments together may take; at 80 % the doctor warns",
      min = "1",
      max = "1048576")
  int quotaMebibytes() default 2048;

  @AttributeDefinition(
      name = "Keep free, MiB",
      description = "What attachments leave free on the disk, for the queue above all",
      min = "0",
      max = "1048576")
  int keepFreeMebibytes() default 512;

  @AttributeDefinition(
      name = "Window",
      description = "Chunks of 32 KiB on their way at once while no other message waits",
      min = "1",
      max = "3")
  int window() default 2;

  @AttributeDefinition(
      name = "Bandwidth cap, bytes a second",
      description = "What chunks may take of the line; 0 for no cap",
      min = "0",
      max = "1000000000")
  int bytesPerSecond() default 0;

  @AttributeDefinition(
      name = "When metered",
      description =
          "What chunks do while the uplink is metered: CAPPED for slowly, under the metered cap; OFF"
              + " for not at all",
      options = {
        @Option(label = "Slowly", value = "CAPPED"),
        @Option(label = "Not at all", value = "OFF")
      })
  String whenMetered() default "CAPPED";

  @AttributeDefinition(
      name = "Metered cap, bytes a second",
      description = "What chunks may take of a metered line, if CAPPED",
      min = "1",
      max = "1000000000")
  int meteredBytesPerSecond() default 8192;

  @AttributeDefinition(
      name = "Large from, KiB",
      description = "Attachments of this size and more go in the quiet hours only",
      min = "1",
      max = "20480")
  int largeKibibytes() default 1024;

  @AttributeDefinition(
      name = "Quiet hours",
      description =
          "When large attachments may go, local time, HH:MM-HH:MM, e.g. 22:00-06:00; empty: always")
  String quietHours() default "";
}
