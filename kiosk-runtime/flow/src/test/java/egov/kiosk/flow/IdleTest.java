package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdleTest {
  @TempDir Path state;
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
  }

  @ParameterizedTest
  @CsvSource({
    "CONSENT, 60",
    "CONSENT_REFUSED, 60",
    "PLACE_CARD, 60",
    "CARD_PROBLEM, 60",
    "FACE_CONSENT, 60",
    "CAMERA, 45",
    "FACE_PROBLEM, 60",
    "ALTERNATIVE, 180",
    "STAFF_PROBLEM, 60",
    "FORM, 60",
    "CONFIRM, 120",
    "SUBMIT_PROBLEM, 60",
    "ACCEPTED, 60",
    "GUIDE, 120",
    "RATING, 30"
  })
  void nobodyThere_pageEndsAfterItsTimeAndTwentySeconds(SessionState at, int seconds)
      throws DeskException {
    hall.walkTo(at);
    SessionView.Idle idle = hall.view().idle();
    assertEquals(seconds * 1000L, idle.warnInMillis());
    assertEquals((seconds + 20) * 1000L, idle.endInMillis());
    hall.wait(seconds + 19);
    assertEquals(at.page(), hall.page());
    assertEquals(0, hall.view().idle().warnInMillis());
    assertEquals(1000, hall.view().idle().endInMillis());
    hall.wait(1);
    assertNotEquals(at.page(), hall.page());
    assertTrue(hall.page() == null || hall.page() == Page.TAKE_CARD);
  }

  @Test
  void touch_tenTimesAndMoreStartsAnew() throws DeskException {
    hall.walkTo(SessionState.FORM);
    for (int i = 0; i < 12; i++) {
      hall.wait(79);
      assertEquals(
          60_000, hall.desk.act(hall.id, new Action.Touch()).orElseThrow().idle().warnInMillis());
    }
    assertEquals(Page.FORM, hall.page());
  }

  @Test
  void refusedAction_alsoShowsThatSomebodyIsThere() throws DeskException {
    hall.walkTo(SessionState.FORM);
    hall.wait(79);
    assertThrows(DeskException.class, () -> hall.act(new Action.Print()));
    hall.wait(79);
    assertEquals(Page.FORM, hall.page());
  }

  @Test
  void comparing_timeStandsStill() throws DeskException {
    hall.walkTo(SessionState.LOOKING);
    for (int i = 0; i < 300; i++) {
      hall.elapsed = hall.elapsed.plusSeconds(1);
      hall.desk.beat();
    }
    assertEquals(Page.CAMERA, hall.page());
    hall.work();
    assertEquals(60_000, hall.view().idle().warnInMillis());
  }

  @Test
  void otherTimes_applyAtOnce() throws DeskException {
    hall.walkTo(SessionState.CONSENT);
    Settings usual = Hall.settings();
    hall.desk.settings(
        new Settings(
            usual.site(),
            usual.helpPhone(),
            usual.elsewhere(),
            usual.front(),
            usual.hours(),
            usual.zone(),
            IdleTable.of(List.of("consent:90", "form: 15"), Duration.ofSeconds(30)),
            3,
            3,
            usual.look(),
            usual.cardWait(),
            usual.print(),
            usual.copy(),
            usual.cardLeft(),
            usual.helpWait()));
    assertEquals(new SessionView.Idle(90_000, 120_000), hall.view().idle());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "form",
        "form:",
        "form:9",
        "form:901",
        "form:1e2",
        "form:-60",
        "attract:60",
        "take-card:60",
        ":60",
        "FORM:60",
        "form:60:60"
      })
  void badEntry_refusedAndNamed(String entry) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> IdleTable.of(List.of(entry), Duration.ofSeconds(20)));
    assertTrue(refused.getMessage().contains("page:seconds"));
  }

  @Test
  void warningUnderTwentySeconds_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> IdleTable.of(List.of(), Duration.ofSeconds(19)));
  }

  @Test
  void tables_equalByContent() {
    IdleTable one = IdleTable.of(List.of("form:90"), Duration.ofSeconds(20));
    assertEquals(one, IdleTable.of(List.of("form:90"), Duration.ofSeconds(20)));
    assertEquals(
        one.hashCode(), IdleTable.of(List.of("form:90"), Duration.ofSeconds(20)).hashCode());
    assertFalse(one.equals(IdleTable.of(List.of(), Duration.ofSeconds(20))));
  }
}
