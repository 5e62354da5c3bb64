package egov.kiosk.domain.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.audit.AuditCode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTypesTest {
  @ParameterizedTest
  @ValueSource(strings = {"1001", "S-7", "admin", "12345678", "A-1234-5678-abcd"})
  void badge_taken(String badge) {
    assertEquals(new AuditCode(badge), Badge.of(badge).orElseThrow().code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "123456789",
        "13800138000",
        "350100199001011234",
        "张三",
        "a b",
        "other",
        "A-12345678901234"
      })
  void badge_thatIsNoneOrCouldBeANumberOfAPerson_refused(String badge) {
    assertEquals(Optional.empty(), Badge.of(badge));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new Badge(badge));
    assertTrue(badge.length() < 4 || !refused.getMessage().contains(badge));
  }

  @Test
  void role_coversItselfAndWhatIsBelow() {
    assertTrue(StaffRole.ADMINISTRATOR.covers(StaffRole.COUNTER));
    assertTrue(StaffRole.COUNTER.covers(StaffRole.COUNTER));
    assertFalse(StaffRole.TECHNICIAN.covers(StaffRole.ADMINISTRATOR));
    assertEquals(Optional.of(StaffRole.GRID_WORKER), StaffRole.of("GRID_WORKER"));
    assertEquals(Optional.empty(), StaffRole.of("grid_worker"));
  }

  @Test
  void secrets_areNotInTheirText() {
    byte[] signature = {1, 2, 3};
    CardAnswer answer = new CardAnswer("ab12", signature);
    signature[0] = 9;
    assertArrayEquals(new byte[] {1, 2, 3}, answer.signature());
    answer.signature()[0] = 9;
    assertArrayEquals(new byte[] {1, 2, 3}, answer.signature());
    Presence presence =
        new Presence(new Badge("1001"), StaffRole.COUNTER, false, Duration.ZERO, Duration.ZERO);
    String said =
        answer.toString() + Credentials.both("482915", answer) + new SignedIn("feed", presence);
    for (String secret : new String[] {"482915", "ab12", "feed"}) {
      assertFalse(said.contains(secret), said);
    }
  }

  @Test
  void refusal_saysItsReasonAndNothingElse() {
    assertEquals("access: REFUSED", AccessException.refused(3).getMessage());
    assertEquals(3, AccessException.refused(3).attemptsLeft());
    assertEquals(Duration.ofMinutes(2), AccessException.locked(Duration.ofMinutes(2)).lockedFor());
    assertEquals(Optional.of(PinRule.RUN), AccessException.weak(PinRule.RUN).rule());
  }
}
