package egov.kiosk.gateway.store;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Official numbers (受理号): the day in China in 8 digits, then a count within the day from 1, in 6
 * digits or, beyond a million a day, as many as it takes.
 */
public final class AcceptanceNumbers {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneId.of("Asia/Shanghai"));
  private static final int DAY_DIGITS = 8;
  private static final int COUNT_DIGITS = 6;

  private AcceptanceNumbers() {}

  /** The day a number given at this instant begins with. */
  public static String day(Instant now) {
    return DAY.format(now);
  }

  /** The number. */
  public static String number(String day, long count) {
    String digits = Long.toString(count);
    return day + "0".repeat(Math.max(0, COUNT_DIGITS - digits.length())) + digits;
  }

  /** The day a number was given on. */
  public static String dayOf(String number) {
    return number.substring(0, DAY_DIGITS);
  }

  /** The count in a number. */
  public static long countOf(String number) {
    return Long.parseLong(number.substring(DAY_DIGITS));
  }
}
