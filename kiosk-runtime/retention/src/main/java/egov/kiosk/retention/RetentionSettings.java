package egov.kiosk.retention;

import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.Until;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;

/**
 * How long, and when.
 *
 * @param directory this room's own
 * @param hour of the day at which the daily run is due, 0 to 23
 * @param zone whose day
 * @param days how long, where it is not as published in {@link Holding}
 */
public record RetentionSettings(Path directory, int hour, ZoneId zone, Map<Holding, Integer> days) {
  public RetentionSettings {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(zone, "zone");
    days = Map.copyOf(days);
    if (hour < 0 || hour > 23) {
      throw new IllegalArgumentException("retention: hour is " + hour + ", allowed is 0 to 23");
    }
    days.forEach(
        (holding, value) -> {
          if (holding.until() != Until.AGE || value < 1 || value > 3660) {
            throw new IllegalArgumentException(
                "retention: days of " + holding.rule() + " is " + value + ", allowed is 1 to 3660");
          }
        });
  }

  /** How many days this is kept. */
  int days(Holding holding) {
    return days.getOrDefault(holding, holding.days());
  }

  /** When a run was due last. */
  Instant dueBefore(Instant now) {
    ZonedDateTime local = now.atZone(zone);
    ZonedDateTime today = local.toLocalDate().atTime(hour, 0).atZone(zone);
    return (today.isAfter(local) ? today.minusDays(1) : today).toInstant();
  }
}
