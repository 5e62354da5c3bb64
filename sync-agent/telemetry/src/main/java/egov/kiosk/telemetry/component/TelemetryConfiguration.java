package egov.kiosk.telemetry.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician can set about what the kiosk tells of itself. */
@ObjectClassDefinition(
    id = "telemetry",
    name = "Telemetry",
    description = "Heartbeat, shadow, measurements and alarms for the platform")
@interface TelemetryConfiguration {
  @AttributeDefinition(
      name = "Always heartbeat",
      description = "Send heartbeats even where the line shows by itself that the kiosk is there")
  boolean alwaysHeartbeat() default false;

  @AttributeDefinition(
      name = "Heartbeat",
      description = "Seconds between two heartbeats",
      min = "10",
      max = "3600")
  int heartbeatSeconds() default 60;

  @AttributeDefinition(
      name = "Digest",
      description =
          "Seconds between two digests of measurements; four times that on a metered line",
      min = "10",
      max = "86400")
  int digestSeconds() default 300;

  @AttributeDefinition(
      name = "Shadow",
      description = "Seconds between two reports of what the kiosk runs at least",
      min = "30",
      max = "86400")
  int shadowSeconds() default 30;

  @AttributeDefinition(
      name = "Check",
      description = "Seconds between two rounds of health checks",
      min = "5",
      max = "3600")
  int checkSeconds() default 30;

  @AttributeDefinition(
      name = "On-delay",
      description = "Seconds something must be wrong before the alarm is raised",
      min = "0",
      max = "3600")
  int alarmOnDelaySeconds() default 60;

  @AttributeDefinition(
      name = "Off-delay",
      description = "Seconds it must be well again before the alarm is cleared",
      min = "0",
      max = "3600")
  int alarmOffDelaySeconds() default 120;
}
