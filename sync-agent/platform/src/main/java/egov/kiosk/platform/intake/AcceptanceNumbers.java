package egov.kiosk.platform.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * Official numbers (受理号) of 14 digits: the day in China, then a count within the day from 1. Not
 * thread-safe.
 */
final class AcceptanceNumbers {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneId.of("Asia/Shanghai"));
  private static final int DAY_DIGITS = 8;
  private static final long MOST_A_DAY = 999_999;

  private final Map<String, Long> last = new HashMap<>();

  /** Learns of a number given before. */
  void used(String number) {
    last.merge(
        number.substring(0, DAY_DIGITS), Long.parseLong(number.substring(DAY_DIGITS)), Math::max);
  }

  /** The next number at that instant; {@link #used} makes it final. */
  String next(Instant now) {
    String day = DAY.format(now);
    long count = last.getOrDefault(day, 0L) + 1;
    if (count > MOST_A_DAY) {
      throw new IllegalStateException("a development platform takes a million messages a day");
    }
    return String.format("%s%06d", day, count);
  }
}
