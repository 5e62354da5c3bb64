package egov.kiosk.attachments.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {
  @ParameterizedTest
  @CsvSource({
    "22:00-06:00, 22:00, true",
    "22:00-06:00, 23:59, true",
    "22:00-06:00, 00:00, true",
    "22:00-06:00, 05:59, true",
    "22:00-06:00, 06:00, false",
    "22:00-06:00, 12:00, false",
    "12:00-13:30, 11:59, false",
    "12:00-13:30, 12:00, true",
    "12:00-13:30, 13:30, false"
  })
  void open_times_insideTheHoursOnly(String hours, LocalTime now, boolean open) {
    assertEquals(open, QuietHours.parse(hours).open(now));
  }

  @ParameterizedTest
  @ValueSource(strings = {"22-06", "24:00-06:00", "22:00-22:00", "x", "22:00", "22:00 - 06:00"})
  void parse_anythingElse_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> QuietHours.parse(text));
  }

  @Test
  void parse_empty_always() {
    assertTrue(QuietHours.parse(" ").open(LocalTime.NOON));
  }

  @Property(tries = 500)
  void untilOpen_anyHours_itIsOpenThenAndNotBefore(
      @ForAll @IntRange(max = 1439) int from,
      @ForAll @IntRange(max = 1439) int until,
      @ForAll @IntRange(max = 1439) int now) {
    if (from == until) {
      return;
    }
    String text = at(from) + "-" + at(until);
    QuietHours hours = QuietHours.parse(text);
    LocalTime time = at(now);
    Duration wait = hours.untilOpen(time);
    assertTrue(hours.open(time.plus(wait)));
    assertTrue(wait.compareTo(Duration.ofDays(1)) < 0);
    assertEquals(hours.open(time), wait.isZero());
    if (!wait.isZero()) {
      assertTrue(!hours.open(time.plus(wait).minusMinutes(1)));
    }
  }

  private static LocalTime at(int minute) {
    return LocalTime.MIDNIGHT.plusMinutes(minute);
  }
}
