package egov.kiosk.flow.surroundings;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the hall is open (开放时间): hours by day of the week, single days that are otherwise, and days
 * it stays shut. Nothing said at all means always open. Immutable.
 */
public final class OpeningHours {
  private static final int LOOK_AHEAD_DAYS = 400;
  private static final Pattern LINE =
      Pattern.compile("(\\S+) ([0-2]\\d:[0-5]\\d)-([0-2]\\d:[0-5]\\d)");
  private static final String DATE = "\\d{4}-\\d\\d-\\d\\d";

  private static final Span DAY_AND_NIGHT =
      new Span(Optional.empty(), Set.of(DayOfWeek.values()), LocalTime.MIN, LocalTime.MAX);

  /** Open day and night. */
  public static final OpeningHours ALWAYS = new OpeningHours(List.of(), Set.of());

  private final List<Span> spans;
  private final Set<LocalDate> shut;

  /** Hours of one date, or of some days of the week. */
  private record Span(Optional<LocalDate> date, Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    boolean on(LocalDate day) {
      return date.map(day::equals).orElse(days.contains(day.getDayOfWeek()));
    }
  }

  private OpeningHours(List<Span> spans, Set<LocalDate> shut) {
    this.spans = spans.isEmpty() ? List.of(DAY_AND_NIGHT) : List.copyOf(spans);
    this.shut = Set.copyOf(shut);
  }

  /**
   * Reads what a technician wrote.
   *
   * @param hours each {@code MON-FRI 08:30-17:30}, {@code SAT 09:00-12:00} or, for a day that is
   *     otherwise, {@code 2026-10-10 08:30-17:30}; a date's own hours stand instead of its
   *     weekday's
   * @param closedDays each {@code 2026-10-01} or {@code 2026-10-01..2026-10-07}
   * @throws IllegalArgumentException when a line is not understood; says which
   */
  public static OpeningHours of(List<String> hours, List<String> closedDays) {
    List<Span> spans = new ArrayList<>();
    for (String line : hours) {
      spans.add(span(line.strip()));
    }
    Set<LocalDate> shut = new TreeSet<>();
    for (String line : closedDays) {
      shut.addAll(days(line.strip()));
    }
    return new OpeningHours(spans, shut);
  }

  private static Span span(String line) {
    Matcher parts = LINE.matcher(line);
    try {
      if (parts.matches()) {
        LocalTime from = LocalTime.parse(parts.group(2));
        LocalTime to = LocalTime.parse(parts.group(3));
        String when = parts.group(1);
        if (from.isBefore(to)) {
          return when.matches(DATE)
              ? new Span(Optional.of(LocalDate.parse(when)), Set.of(), from, to)
              : new Span(Optional.empty(), weekdays(when), from, to);
        }
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + line + "\" names no such day or time", e);
    }
    throw new IllegalArgumentException(
        "\"" + line + "\" is not written as MON-FRI 08:30-17:30 or 2026-10-10 08:30-17:30");
  }

  private static Set<DayOfWeek> weekdays(String range) {
    String[] ends = range.split("-", 2);
    DayOfWeek day = weekday(ends[0]);
    DayOfWeek last = weekday(ends[ends.length - 1]);
    Set<DayOfWeek> days = new TreeSet<>(Set.of(day));
    while (day != last) {
      day = day.plus(1);
      days.add(day);
    }
    return days;
  }

  private static DayOfWeek weekday(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().substring(0, 3).equals(name.toUpperCase(Locale.ROOT))) {
        return day;
      }
    }
    throw new IllegalArgumentException("\"" + name + "\" is no day; they are MON to SUN");
  }

  private static List<LocalDate> days(String line) {
    if (!line.matches(DATE + "(\\.\\." + DATE + ")?")) {
      throw new IllegalArgumentException(
          "\"" + line + "\" is not written as 2026-10-01 or 2026-10-01..2026-10-07");
    }
    try {
      String[] ends = line.split("\\.\\.", 2);
      LocalDate first = LocalDate.parse(ends[0]);
      LocalDate last = LocalDate.parse(ends[ends.length - 1]);
      if (!last.isBefore(first) && last.isBefore(first.plusDays(LOOK_AHEAD_DAYS))) {
        return first.datesUntil(last.plusDays(1)).toList();
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + line + "\" names no such day", e);
    }
    throw new IllegalArgumentException(
        "\"" + line + "\" ends before it begins, or after more than a year");
  }

  /** Whether it is open at this local time. */
  public boolean open(LocalDateTime at) {
    LocalTime time = at.toLocalTime();
    return of(at.toLocalDate()).stream()
        .anyMatch(span -> !time.isBefore(span.from()) && time.isBefore(span.to()));
  }

  /** When it opens next, seen from a time when it is closed; empty when not within a year. */
  public Optional<LocalDateTime> opensAfter(LocalDateTime at) {
    for (int ahead = 0; ahead < LOOK_AHEAD_DAYS; ahead++) {
      LocalDate day = at.toLocalDate().plusDays(ahead);
      Optional<LocalDateTime> next =
          of(day).stream()
              .map(span -> day.atTime(span.from()))
              .filter(start -> start.isAfter(at))
              .min(Comparator.naturalOrder());
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }

  private List<Span> of(LocalDate day) {
    List<Span> own =
        spans.stream().filter(span -> span.date().isPresent() && span.on(day)).toList();
    if (!own.isEmpty()) {
      return own;
    }
    return shut.contains(day)
        ? List.of()
        : spans.stream().filter(span -> span.date().isEmpty() && span.on(day)).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OpeningHours hours
        && hours.spans.equals(spans)
        && hours.shut.equals(shut);
  }

  @Override
  public int hashCode() {
    return Objects.hash(spans, shut);
  }
}
