package egov.kiosk.updates.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.desk.UpdateDesk.Standing;
import egov.kiosk.updates.lab.Desk;
import egov.kiosk.updates.lab.Kiosk;
import egov.kiosk.updates.slot.SlotName;
import egov.kiosk.updates.slot.SlotState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /** A server that was wrong from the first day on: nothing it ever said is noted. */
  @Test
  void serverThatNeverAnswered_isFoundAfterAWeek_overRestarts(@TempDir Path home) throws Exception {
    Kiosk kiosk = new Kiosk(home).withVersion1();
    try (Desk desk = new Desk(kiosk, URI.create("http://127.0.0.1:9"))) {
      Instant first = kiosk.now.plusSeconds(60);
      desk.after(Duration.ofHours(2));
      assertEquals(Level.OK, seen(desk, first.plus(Duration.ofDays(6))));
      assertEquals(Level.WARN, seen(desk, first.plus(Duration.ofDays(8))));
      desk.start(first.plus(Duration.ofDays(5)));
      desk.after(Duration.ofHours(2));
      assertEquals(Level.WARN, seen(desk, first.plus(Duration.ofDays(8))), "since the first start");
      assertEquals(
          Level.OK,
          UpdatesCheck.of(desk.standing(), false, first.plus(Duration.ofDays(8))).level(),
          "no server, nobody silent");
    }
  }

  @Test
  void clockThatWasNotSetAtFirst_isNoSilence(@TempDir Path home) throws Exception {
    Kiosk kiosk = new Kiosk(home).withVersion1();
    try (Desk desk = new Desk(kiosk, URI.create("http://127.0.0.1:9"), Instant.EPOCH)) {
      desk.start(kiosk.now);
      assertEquals(Level.OK, seen(desk, kiosk.now.plus(Duration.ofDays(6))));
      assertEquals(Level.WARN, seen(desk, kiosk.now.plus(Duration.ofDays(8))));
    }
  }

  private static Level seen(Desk desk, Instant now) {
    return UpdatesCheck.of(desk.standing(), true, now).level();
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
