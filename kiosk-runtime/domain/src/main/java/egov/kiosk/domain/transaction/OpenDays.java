package egov.kiosk.domain.transaction;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The days a question offers (可约日期), counted from the day it is asked: a citizen chooses one and
 * types none.
 *
 * @param from the first day, 0 for today, at most {@code to}
 * @param to the last day, at most 60
 * @param closed days of the week that are left out
 */
public record OpenDays(int from, int to, Set<DayOfWeek> closed) {
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.UK);
  private static final int LAST = 60;
  private static final int FEWEST = 2;
  private static final int MOST = 20;
  private static final int WEEK = 7;

  public OpenDays {
    closed = Set.copyOf(closed);
    if (from < 0 || to < from || to > LAST) {
      throw new IllegalArgumentException("days lie in 0..60, the first not after the last");
    }
    for (int start = 0; start < WEEK; start++) {
      int open = days(LocalDate.EPOCH.plusDays(start), from, to, closed).size();
      if (open < FEWEST || open > MOST) {
        throw new IllegalArgumentException(
            "days offer 2 to 20 open days, whichever day they are asked on");
      }
    }
  }

  /** The choices of a day: values {@code yyyy-MM-dd}, labels as people say them. */
  public List<Choice> on(LocalDate today) {
    return days(today, from, to, closed).stream()
        .map(day -> new Choice(day.toString(), spoken(day), ENGLISH.format(day)))
        .toList();
  }

  private static List<LocalDate> days(LocalDate today, int from, int to, Set<DayOfWeek> closed) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(today::plusDays)
        .filter(day -> !closed.contains(day.getDayOfWeek()))
        .toList();
  }

  private static String spoken(LocalDate day) {
    return day.getMonthValue()
        + "月"
        + day.getDayOfMonth()
        + "日 "
        + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE);
  }
}
