package egov.kiosk.attachments.send;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of the day, by local time, when large attachments may go (错峰传输). Immutable.
 *
 * @param from the first minute; empty for always
 * @param until the minute it ends; before {@code from} when it runs over midnight
 */
public record QuietHours(Optional<LocalTime> from, Optional<LocalTime> until) {
  /** No limit. */
  public static final QuietHours ALWAYS = new QuietHours(Optional.empty(), Optional.empty());

  private static final Pattern SHAPE = Pattern.compile("([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})");

  public QuietHours {
    if (from.isPresent() != until.isPresent() || (from.isPresent() && from.equals(until))) {
      throw new IllegalArgumentException("hours have a beginning and another end");
    }
  }

  /**
   * Reads {@code HH:MM-HH:MM}; an empty text is always.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static QuietHours parse(String text) {
    if (text.isBlank()) {
      return ALWAYS;
    }
    Matcher matcher = SHAPE.matcher(text.strip());
    try {
      if (matcher.matches()) {
        return new QuietHours(
            Optional.of(LocalTime.parse(matcher.group(1))),
            Optional.of(LocalTime.parse(matcher.group(2))));
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("hours are HH:MM-HH:MM, e.g. 22:00-06:00");
    }
    throw new IllegalArgumentException("hours are HH:MM-HH:MM, e.g. 22:00-06:00");
  }

  /** Whether it is time. */
  public boolean open(LocalTime now) {
    if (from.isEmpty()) {
      return true;
    }
    boolean begun = !now.isBefore(from.get());
    boolean over = !now.isBefore(until.orElseThrow());
    return from.get().isBefore(until.orElseThrow()) ? begun && !over : begun || !over;
  }

  /** How long until it is time; nothing when it is. */
  public Duration untilOpen(LocalTime now) {
    if (open(now)) {
      return Duration.ZERO;
    }
    Duration wait = Duration.between(now, from.orElseThrow());
    return wait.isNegative() ? wait.plusDays(1) : wait;
  }
}
