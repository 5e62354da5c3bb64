package egov.kiosk.flow.surroundings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {
  /** With the national holiday of 2026 and the working Saturday that makes up for it. */
  private static final OpeningHours HALL =
      OpeningHours.of(
          List.of(
              "MON-FRI 08:30-12:00",
              "MON-FRI 13:30-17:30",
              "SAT 09:00-12:00",
              "2026-10-10 08:30-17:30"),
          List.of("2026-10-01..2026-10-07", "2026-12-31"));

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T08:30, true", // a Monday, to the minute
    "2026-11-23T08:29:59, false",
    "2026-11-23T12:00, false",
    "2026-11-23T17:29:59, true",
    "2026-11-28T11:00, true",
    "2026-11-28T14:00, false",
    "2026-11-29T10:00, false",
    "2026-10-05T10:00, false",
    "2026-10-10T16:00, true",
    "2026-12-31T10:00, false",
  })
  void hall_openAsWritten(LocalDateTime at, boolean open) {
    assertEquals(open, HALL.open(at));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T12:10, 2026-11-23T13:30",
    "2026-11-27T18:00, 2026-11-28T09:00",
    "2026-11-28T12:00, 2026-11-30T08:30",
    "2026-09-30T18:00, 2026-10-08T08:30",
    "2026-10-09T18:00, 2026-10-10T08:30",
  })
  void closed_saysWhenItOpens(LocalDateTime at, LocalDateTime opens) {
    assertEquals(Optional.of(opens), HALL.opensAfter(at));
  }

  @Test
  void nothingSaid_openButOnClosedDays() {
    OpeningHours hours = OpeningHours.of(List.of(), List.of("2027-01-01"));
    assertTrue(OpeningHours.ALWAYS.open(LocalDateTime.parse("2026-11-22T23:59:59")));
    assertTrue(hours.open(LocalDateTime.parse("2026-12-31T23:59:59")));
    LocalDateTime closed = LocalDateTime.parse("2027-01-01T10:00");
    assertFalse(hours.open(closed));
    assertEquals(Optional.of(LocalDateTime.parse("2027-01-02T00:00")), hours.opensAfter(closed));
  }

  @Test
  void neverAgain_saysSo() {
    OpeningHours once = OpeningHours.of(List.of("2026-11-22 09:00-10:00"), List.of());
    assertEquals(Optional.empty(), once.opensAfter(LocalDateTime.parse("2026-11-22T10:00")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MON",
        "MON 8:30-17:30",
        "MON 17:30-08:30",
        "MOO 08:00-09:00",
        "MON 08:00-25:00",
        "2026-02-30 08:00-09:00",
        "MON-FRI-SAT 08:00-09:00"
      })
  void hoursNotUnderstood_refusedByTheirWords(String line) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> OpeningHours.of(List.of(line), List.of()));
    assertTrue(refused.getMessage().startsWith("\""), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-13-01", "tomorrow", "2026-10-07..2026-10-01", "2026-01-01..2028-01-01"})
  void daysNotUnderstood_refusedByTheirWords(String line) {
    assertThrows(IllegalArgumentException.class, () -> OpeningHours.of(List.of(), List.of(line)));
  }
}
