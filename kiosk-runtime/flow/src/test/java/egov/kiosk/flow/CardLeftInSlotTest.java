package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.EntryView.WayState;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever leaves takes their card along: the next citizen is never entered as its owner. */
class CardLeftInSlotTest {
  @TempDir Path state;
  private Hall hall;
  private FakeSlot slot;

  @BeforeEach
  void open() throws DeskException {
    hall = new Hall(state);
    slot = Entries.open(hall);
    hall.wait(1);
  }

  private void insert() {
    slot.card = Entries.socialCard();
  }

  private void end() {
    try {
      hall.desk.act(hall.id, new Action.End());
    } catch (DeskException e) {
      throw new AssertionError(e);
    }
  }

  private void askedBackUntilLifted() {
    assertEquals(Page.TAKE_CARD, hall.page());
    assertEquals(CredentialKind.SOCIAL_CARD, hall.view().takeCard().card());
    hall.wait(40);
    assertEquals(Page.TAKE_CARD, hall.page(), "as long as it is there");
    slot.card = null;
    slot.fault = null;
    hall.wait(2);
    assertNull(hall.page());
  }

  @Test
  void endWhileTheSlotIsRead_isAskedBack() {
    hall.hands.keepCancelled = true;
    insert();
    slot.meanwhile = this::end;
    hall.wait(1);
    askedBackUntilLifted();
  }

  @Test
  void endWhileTheSlotIsRead_andTheSlotIsSilentThen_staysUntilTheCitizenSaysSo() throws Exception {
    hall.hands.keepCancelled = true;
    insert();
    slot.meanwhile =
        () -> {
          end();
          slot.fault = FaultCode.NO_ANSWER;
        };
    hall.wait(1);
    assertEquals(Page.TAKE_CARD, hall.page());
    assertNull(hall.act(new Action.CardTaken()));
  }

  @Test
  void phoneInstead_whileTheSlotIsRead_isAskedBackAtTheEnd() throws DeskException {
    hall.hands.keepCancelled = true;
    insert();
    slot.meanwhile =
        () -> {
          slot.meanwhile = () -> {};
          try {
            hall.desk.act(hall.id, new Action.UseCode());
          } catch (DeskException e) {
            throw new AssertionError(e);
          }
        };
    hall.wait(1);
    assertEquals(Page.SHOW_CODE, hall.page());
    hall.act(new Action.End());
    askedBackUntilLifted();
  }

  @Test
  void insertedOnALaterPage_isAskedBack() throws DeskException {
    hall.reader.card = Samples.card();
    hall.wait(1);
    assertEquals(Page.CONFIRM, hall.page());
    insert();
    hall.reader.card = null;
    hall.act(new Action.End());
    askedBackUntilLifted();
  }

  /** The item takes identity cards alone; the citizen put the other card in first. */
  @Test
  void wrongCardInTheSlot_ofAnItemThatNeverLooksThere_isAskedBack() throws DeskException {
    hall.act(new Action.End());
    hall.walkTo(SessionState.PLACE_CARD);
    insert();
    hall.reader.card = Samples.card();
    hall.wait(1);
    assertEquals(Page.FACE_CONSENT, hall.page());
    hall.reader.card = null;
    hall.act(new Action.End());
    askedBackUntilLifted();
  }

  @Test
  void silentSlot_ofAnItemThatNeverLooksThere_holdsNobodyUp() throws DeskException {
    hall.act(new Action.End());
    hall.walkTo(SessionState.PLACE_CARD);
    slot.fault = FaultCode.NO_ANSWER;
    assertNull(hall.act(new Action.End()));
  }

  @Test
  void nothingInAnyReader_endsByItself_evenWhenOneCannotTell() throws DeskException {
    hall.reader.presenceFault = FaultCode.NO_ANSWER;
    assertNull(hall.act(new Action.End()));
  }

  @Test
  void readerStillBusy_isAskedAgain() throws DeskException {
    insert();
    hall.act(new Action.UseCode());
    slot.fault = FaultCode.BUSY;
    assertEquals(Page.TAKE_CARD, hall.act(new Action.End()));
    slot.fault = null;
    hall.wait(2);
    askedBackUntilLifted();
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultCode.class,
      names = {"NO_ANSWER", "PROTOCOL_ERROR", "LINE_NOISE"})
  void silentCard_isAskedBackToo(FaultCode fault) throws DeskException {
    slot.fault = fault;
    hall.wait(1);
    assertEquals(Page.PLACE_CARD, hall.page());
    assertEquals(Page.TAKE_CARD, hall.act(new Action.End()));
    slot.fault = null;
    insert();
    hall.wait(2);
    askedBackUntilLifted();
  }

  @Test
  void slotUnplugged_holdsNobody() throws DeskException {
    slot.fault = FaultCode.NO_DEVICE;
    hall.wait(1);
    assertNull(hall.act(new Action.End()));
  }

  @Test
  void slotsDriverBreaks_theIdentityReaderStaysInService() {
    insert();
    slot.breaks = true;
    hall.wait(1);
    assertEquals(Page.PLACE_CARD, hall.page());
    assertEquals(WayState.READY, way(CredentialKind.ID_CARD));
    assertEquals(WayState.OUT_OF_ORDER, way(CredentialKind.SOCIAL_CARD));
    hall.reader.card = Samples.card();
    hall.wait(1);
    assertEquals(Page.CONFIRM, hall.page());
  }

  private WayState way(CredentialKind kind) {
    return hall.view().entry().ways().stream()
        .filter(way -> way.kind() == kind)
        .findFirst()
        .orElseThrow()
        .state();
  }
}
