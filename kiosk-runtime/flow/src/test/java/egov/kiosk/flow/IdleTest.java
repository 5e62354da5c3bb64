package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.session.SessionState;
import egov.kiosk.flow.surroundings.IdleTable;
import egov.kiosk.flow.surroundings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    "CONSENT, 120",
    "CONSENT_REFUSED, 60",
    "PLACE_CARD, 60",
    "CARD_PROBLEM, 60",
    "FACE_CONSENT, 120",
    "RETRIEVAL_CONSENT, 120",
    "CAMERA, 45",
    "FACE_PROBLEM, 60",
    "ALTERNATIVE, 180",
    "STAFF_PROBLEM, 60",
    "FORM, 60",
    "CONFIRM, 120",
    "SUBMIT_PROBLEM, 60",
    "ACCEPTED, 60",
    "GUIDE, 120",
    "RATING, 30",
    "RATING_REASON, 30"
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
    for (int i = 0; i < 11; i++) {
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
    assertEquals(new SessionView.Idle(90_000, 120_000, 900_000), hall.view().idle());
  }

  private void touched(int seconds) throws DeskException {
    for (int i = 0; i < seconds; i++) {
      hall.wait(1);
      hall.act(new Action.Touch());
    }
  }

  @Test
  void fifteenMinutes_askedHoweverOftenTouched_andAnswered_goesOn() throws DeskException {
    hall.walkTo(SessionState.FORM);
    for (int round = 1; round <= 3; round++) {
      touched(899);
      assertEquals(new SessionView.Idle(60_000, 80_000, 1_000), hall.view().idle());
      hall.wait(19);
      assertEquals(-18_000, hall.view().idle().askInMillis());
      assertEquals(Page.FORM, hall.page());
      hall.act(new Action.Touch());
      assertEquals(new SessionView.Idle(60_000, 80_000, 900_000), hall.view().idle());
    }
  }

  @Test
  void fifteenMinutes_silenceWipes() throws DeskException {
    hall.walkTo(SessionState.FORM);
    touched(899);
    hall.wait(20);
    assertEquals(Page.FORM, hall.page());
    hall.wait(1);
    assertEquals(Page.TAKE_CARD, hall.page());
  }

  @Test
  void whoWaits_isAskedAfterwards_withTheWholeTimeToAnswer() throws DeskException {
    hall.walkTo(SessionState.FORM);
    touched(850);
    hall.act(new Action.Help());
    hall.desk.help().answered(hall.helpLine.last().id(), 2);
    hall.wait(100);
    hall.desk.help().cancel();
    assertEquals(0, hall.view().idle().askInMillis());
    hall.wait(19);
    assertEquals(Page.FORM, hall.page());
    hall.wait(1);
    assertEquals(Page.TAKE_CARD, hall.page());
  }

  @Test
  void formWithSomethingToWrite_hasMoreTime_unlessSetOtherwise() {
    FormQuestion address =
        new FormQuestion(
            "address", "住址", "Address", "", FieldKind.TEXT, true, 40, List.of(), Optional.empty());
    ServiceItem written =
        new ServiceItem(
            "WRITTEN",
            "1",
            "事项",
            "Item",
            "一行",
            "当天",
            OfflineClass.QUEUE_OK,
            IdentityLevel.NONE,
            Set.of(),
            List.of(),
            List.of(address),
            Optional.empty());
    IdleTable usual = IdleTable.of(List.of(), Duration.ofSeconds(20));
    assertEquals(Duration.ofSeconds(90), usual.forItem(written).quiet(Page.FORM).orElseThrow());
    assertEquals(
        Duration.ofSeconds(60), usual.forItem(Samples.PENSION).quiet(Page.FORM).orElseThrow());
    IdleTable set = IdleTable.of(List.of("form:45"), Duration.ofSeconds(20));
    assertEquals(Duration.ofSeconds(45), set.forItem(written).quiet(Page.FORM).orElseThrow());
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
