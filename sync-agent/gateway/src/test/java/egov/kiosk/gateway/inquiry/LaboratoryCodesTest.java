package egov.kiosk.gateway.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.Redemption;
import egov.kiosk.domain.inquiry.Redemption.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaboratoryCodesTest {
  private Instant now = Instant.parse("2026-11-22T08:00:00Z");
  private LaboratoryCodes codes;

  @BeforeEach
  void atWorkForAnHour() {
    start(now.minusSeconds(3600));
  }

  private void start(Instant when) {
    Instant then = now;
    now = when;
    codes = new LaboratoryCodes(() -> now);
    now = then;
  }

  private Redemption redeem(String token) {
    return codes.redeem(
        new Asking(
            Asking.Purpose.ENTRY,
            "A1",
            "1",
            Optional.empty(),
            List.of(),
            Map.of("code", "PROVINCIAL", "token", token)));
  }

  private static String code(String person, Instant shownAt) {
    return "LAB" + person + shownAt.getEpochSecond() + "abcDEF123";
  }

  @Test
  void code_countsOnce() {
    Redemption first = redeem(code("01", now));
    assertEquals("35010019000101999X", first.holder().orElseThrow().number().value());
    assertEquals(Redemption.refused(Refusal.USED), redeem(code("01", now)));
    assertEquals("张标记", redeem(code("02", now)).holder().orElseThrow().name().value());
  }

  /**
   * What counted is forgotten with the process: so nothing counts that could have counted before.
   */
  @Test
  void restart_noCodeCountsTwice_evenOfATelephoneThatIsAhead() {
    for (int ahead : new int[] {-30, 0, 4, 5}) {
      String used = code("01", now.plusSeconds(ahead));
      assertTrue(redeem(used).holder().isPresent(), "ahead " + ahead);
      start(now);
      assertEquals(Redemption.refused(Refusal.EXPIRED), redeem(used), "ahead " + ahead);
      atWorkForAnHour();
    }
    start(now);
    now = now.plusSeconds(6);
    assertTrue(redeem(code("01", now)).holder().isPresent(), "a new one");
  }

  @Test
  void code_livesForAMinute() {
    String used = code("01", now);
    String fresh = code("02", now);
    redeem(used);
    now = now.plusSeconds(59);
    assertTrue(redeem(fresh).holder().isPresent());
    now = now.plusSeconds(1);
    assertEquals(Redemption.refused(Refusal.EXPIRED), redeem(used), "not used again either");
  }

  @Test
  void whatNobodyIssued_isUnknown() {
    for (String token :
        List.of(
            "LAB",
            code("99", now),
            code("01", now.plusSeconds(3600)),
            code("01", now) + "x",
            "0000000000000000",
            "a".repeat(2048))) {
      assertEquals(Redemption.refused(Refusal.UNKNOWN), redeem(token), token);
    }
  }
}
