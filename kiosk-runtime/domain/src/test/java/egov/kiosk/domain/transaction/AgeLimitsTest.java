package egov.kiosk.domain.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeLimitsTest {
  @ParameterizedTest
  @CsvSource({
    "60, 150, 1966-11-21, false",
    "60, 150, 1966-11-20, true",
    "0, 17, 2008-11-21, true",
    "0, 17, 2008-11-20, false",
    "16, 18, 2009-03-01, true",
    "60, 150, 1904-02-29, true"
  })
  void yearIsFull_onTheDayAfterTheBirthday(int from, int to, LocalDate born, boolean admitted) {
    assertEquals(admitted, new AgeLimits(from, to).admit(born, LocalDate.of(2026, 11, 21)));
  }

  @Test
  void none_admitsTheOldestAndTheNewborn() {
    LocalDate today = LocalDate.of(2026, 11, 21);
    assertTrue(AgeLimits.NONE.admit(LocalDate.of(1800, 1, 1), today));
    assertTrue(AgeLimits.NONE.admit(today, today));
  }

  @Test
  void within_isForWhomBothAre() {
    assertEquals(new AgeLimits(60, 70), new AgeLimits(60, 150).within(new AgeLimits(0, 70)));
    assertThrows(
        MemberRefusedException.class, () -> new AgeLimits(60, 150).within(new AgeLimits(0, 17)));
  }

  @ParameterizedTest
  @CsvSource({"-1, 10", "10, 9", "0, 151"})
  void impossible_isRefused(int from, int to) {
    assertThrows(MemberRefusedException.class, () -> new AgeLimits(from, to));
  }
}
