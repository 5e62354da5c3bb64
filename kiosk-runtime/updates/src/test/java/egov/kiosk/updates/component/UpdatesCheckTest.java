package egov.kiosk.updates.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.desk.UpdateDesk.Standing;
import egov.kiosk.updates.slot.SlotName;
import egov.kiosk.updates.slot.SlotState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the doctor says of updates. */
class UpdatesCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private static SlotState slots(String outcome, String trouble) {
    return new SlotState(
        SlotName.values()[0],
        Optional.empty(),
        0,
        Optional.empty(),
        0,
        new TreeSet<>(),
        Map.of(),
        outcome,
        trouble);
  }

  private static Level level(
      SlotState slots, Optional<UpdateRefusedException> refused, Duration silence) {
    Finding finding =
        UpdatesCheck.of(
            new Standing(slots, Optional.empty(), refused, Optional.of(NOW.minus(silence))),
            true,
            NOW);
    assertFalse(finding.level() != Level.OK && finding.advice().isBlank(), finding::toString);
    return finding.level();
  }

  @Test
  void eachTrouble_isFound() {
    Duration hour = Duration.ofHours(1);
    assertEquals(Level.OK, level(slots("", ""), Optional.empty(), hour));
    assertEquals(Level.FAIL, level(slots("", "altered"), Optional.empty(), hour));
    assertEquals(Level.WARN, level(slots("12 GIVEN_UP tries", ""), Optional.empty(), hour));
    assertEquals(Level.WARN, level(slots("", ""), Optional.empty(), Duration.ofDays(8)));
    for (Refusal refusal : Refusal.values()) {
      assertEquals(
          Level.WARN,
          level(slots("", ""), Optional.of(new UpdateRefusedException(refusal, "x")), hour));
    }
  }
}
