package egov.kiosk.telemetry;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * How often what is told.
 *
 * @param heartbeat between two heartbeats
 * @param alwaysHeartbeat whether they are sent even when the line shows by itself that it is up
 * @param digest between two digests of measurements
 * @param shadow between two shadows at least
 * @param check between two rounds of health checks
 * @param onDelay how long something must be wrong before the alarm is raised
 * @param offDelay how long it must be well again before the alarm is cleared
 */
public record TelemetrySettings(
    Duration heartbeat,
    boolean alwaysHeartbeat,
    Duration digest,
    Duration shadow,
    Duration check,
    Duration onDelay,
    Duration offDelay) {
  public TelemetrySettings {
    if (Stream.of(heartbeat, digest, shadow, check).anyMatch(d -> d.isNegative() || d.isZero())
        || onDelay.isNegative()
        || offDelay.isNegative()) {
      throw new IllegalArgumentException("intervals are longer than nothing");
    }
  }
}
