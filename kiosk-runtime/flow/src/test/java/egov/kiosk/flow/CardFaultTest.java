package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.Problem;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CardFaultTest {
  @TempDir Path state;
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultCode.class,
      names = {"NO_CARD", "BUSY"})
  void nothingThereYet_keepsWaitingUntilIdle(FaultCode fault) throws DeskException {
    hall.reader.fault = fault;
    hall.walkTo(SessionState.PLACE_CARD);
    hall.wait(79);
    assertEquals(Page.PLACE_CARD, hall.page());
    assertTrue(hall.reader.reads > 50);
    hall.wait(1);
    assertNull(hall.page());
  }

  @Test
  void unreadableCard_threeTriesThenStaffFirst() throws DeskException {
    hall.reader.fault = FaultCode.CARD_UNREADABLE;
    hall.walkTo(SessionState.CONSENT);
    hall.act(new Action.Consent(true, "data-1"));
    Problem first = hall.view().problem();
    assertEquals("CARD_UNREADABLE", first.fault());
    assertEquals("R-41", first.code());
    assertEquals(Actor.CITIZEN, first.actor());
    assertEquals(2, first.attemptsLeft());
    assertEquals("card-retry", first.actions().get(0));
    hall.reader.fault = FaultCode.CARD_MOVED;
    hall.act(new Action.CardRetry());
    assertEquals("CARD_MOVED", hall.view().problem().fault());
    hall.act(new Action.CardRetry());
    assertEquals(0, hall.view().problem().attemptsLeft());
    assertEquals("help", hall.view().problem().actions().get(0));
    hall.reader.fault = null;
    hall.reader.card = Samples.card();
    assertEquals(Page.FACE_CONSENT, hall.act(new Action.CardRetry()), "nobody is locked out");
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultCode.class,
      names = {
        "READER_SELF_TEST_FAILED",
        "READER_NOT_AUTHORISED",
        "LINE_NOISE",
        "PROTOCOL_ERROR",
        "NO_ANSWER",
        "NO_DEVICE",
        "CANNOT_OPEN"
      })
  void readerFault_aTechnicianActs(FaultCode fault) throws DeskException {
    hall.reader.fault = fault;
    hall.walkTo(SessionState.CONSENT);
    hall.act(new Action.Consent(true, "data-1"));
    assertEquals(fault.name(), hall.view().problem().fault());
    assertEquals(Actor.TECHNICIAN, hall.view().problem().actor());
  }

  @Test
  void impossibleCard_staffAct() throws DeskException {
    hall.reader.fault = FaultCode.CARD_DATA_INVALID;
    hall.walkTo(SessionState.CONSENT);
    hall.act(new Action.Consent(true, "data-1"));
    assertEquals(Actor.STAFF, hall.view().problem().actor());
    assertEquals("help", hall.view().problem().actions().get(0));
  }

  @Test
  void expiredCard_refusedAndForgottenLastDayStillGood() throws DeskException {
    hall.reader.card = Samples.card(LocalDate.of(2026, 11, 20));
    hall.walkTo(SessionState.CONSENT);
    hall.act(new Action.Consent(true, "data-1"));
    assertEquals("CARD_EXPIRED", hall.view().problem().fault());
    assertTrue(hall.view().card().expired());
    assertNull(hall.view().citizen());
    assertTrue(hall.reader.card.portrait().isEmpty(), "the portrait was wiped");
    hall.reader.card = Samples.card(LocalDate.of(2026, 11, 21));
    assertEquals(Page.FACE_CONSENT, hall.act(new Action.CardRetry()));
  }

  @Test
  void readerGoneMeanwhile_aTechnicianActs() throws DeskException {
    hall.walkTo(SessionState.CONSENT);
    hall.withReader = false;
    hall.act(new Action.Consent(true, "data-1"));
    assertEquals("NO_DEVICE", hall.view().problem().fault());
    assertEquals(List.of("help", "card-retry", "end"), hall.view().problem().actions());
    assertEquals(Page.CONSENT, hall.act(new Action.Back()));
  }

  @Test
  void driverMistake_isAProblemAndNotADeadPage() throws DeskException {
    hall.reader.breaks = true;
    hall.walkTo(SessionState.CONSENT);
    hall.act(new Action.Consent(true, "data-1"));
    assertEquals("PROTOCOL_ERROR", hall.view().problem().fault());
  }
}
