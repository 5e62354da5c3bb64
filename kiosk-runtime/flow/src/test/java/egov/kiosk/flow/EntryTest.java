package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.EntryView;
import egov.kiosk.flow.desk.EntryView.WayState;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entry by whichever card the item takes. */
class EntryTest {
  @TempDir Path state;
  private Hall hall;
  private FakeSlot slot;

  @BeforeEach
  void open() throws DeskException {
    hall = new Hall(state);
    slot = Entries.open(hall);
  }

  private WayState way(CredentialKind kind) {
    return hall.view().entry().ways().stream()
        .filter(way -> way.kind() == kind)
        .findFirst()
        .orElseThrow()
        .state();
  }

  private Transaction handedIn() throws DeskException {
    assertEquals(Page.CONFIRM, hall.page());
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    return hall.queue.sealed.get(0);
  }

  @Test
  void page_saysEveryWayThatWorks() {
    assertEquals(Page.PLACE_CARD, hall.page());
    assertEquals(3, hall.view().entry().ways().size());
    for (CredentialKind kind : CredentialKind.values()) {
      assertEquals(WayState.READY, way(kind), kind.name());
    }
    hall.online = false;
    hall.wait(1);
    assertEquals(WayState.NO_LINE, way(CredentialKind.CODE));
  }

  @Test
  void socialCard_takesTheWholeWay_andIsAskedBack() throws DeskException {
    slot.card = Entries.socialCard();
    hall.wait(1);
    assertEquals("张*", hall.view().citizen().name());
    assertEquals("张标记", handedIn().form().values().get("name"));
    Transaction transaction = hall.queue.sealed.get(0);
    assertEquals(IdentityLevel.CARD, transaction.citizen().orElseThrow().level());
    assertEquals(CredentialKind.SOCIAL_CARD, transaction.citizen().orElseThrow().shown().kind());
    assertEquals(Page.TAKE_CARD, hall.act(new Action.End()));
    assertEquals(CredentialKind.SOCIAL_CARD, hall.view().takeCard().card());
    hall.wait(3);
    assertEquals(Page.TAKE_CARD, hall.page());
    slot.card = null;
    hall.wait(2);
    assertNull(hall.page());
  }

  @Test
  void identityCard_isReadWhileTheSlotIsWatchedToo() throws DeskException {
    hall.reader.card = Samples.card();
    hall.wait(1);
    assertEquals(CredentialKind.ID_CARD, handedIn().citizen().orElseThrow().shown().kind());
    hall.act(new Action.End());
    assertEquals(CredentialKind.ID_CARD, hall.view().takeCard().card());
  }

  @Test
  void audit_saysTheKindAndNothingElse() throws DeskException {
    slot.card = Entries.socialCard();
    hall.wait(1);
    handedIn();
    List<String> told = hall.records.of(AuditAction.TRANSACTION_ACCEPTED);
    assertEquals(1, told.size());
    assertTrue(told.get(0).contains("social-card"), told.get(0));
    assertFalse(told.get(0).contains(Samples.NUMBER));
  }

  @Test
  void readerFails_isSaidOnThePage_andTheOthersGoOn() throws DeskException {
    hall.reader.fault = FaultCode.READER_SELF_TEST_FAILED;
    hall.wait(2);
    assertEquals(Page.PLACE_CARD, hall.page());
    assertEquals(WayState.OUT_OF_ORDER, way(CredentialKind.ID_CARD));
    assertEquals("R-60", hall.view().entry().ways().get(0).fault());
    slot.card = Entries.socialCard();
    hall.wait(1);
    assertEquals(CredentialKind.SOCIAL_CARD, handedIn().citizen().orElseThrow().shown().kind());
  }

  @Test
  void slotFails_identityCardsAreStillRead() throws DeskException {
    slot.fault = FaultCode.NO_ANSWER;
    hall.wait(2);
    assertEquals(WayState.OUT_OF_ORDER, way(CredentialKind.SOCIAL_CARD));
    hall.reader.card = Samples.card();
    hall.wait(1);
    assertEquals(CredentialKind.ID_CARD, handedIn().citizen().orElseThrow().shown().kind());
  }

  @Test
  void everythingFails_isAProblem_andTryingAgainHelps() throws DeskException {
    hall.reader.state = DeviceState.OFFLINE;
    slot.state = DeviceState.OFFLINE;
    hall.online = false;
    hall.wait(1);
    assertEquals(Page.PROBLEM, hall.page());
    assertEquals("NO_DEVICE", hall.view().problem().fault());
    slot.state = DeviceState.ONLINE;
    assertEquals(Page.PLACE_CARD, hall.act(new Action.CardRetry()));
  }

  @Test
  void otherCardInTheSlot_isSaid_andAnotherWayIsOffered() throws DeskException {
    slot.fault = FaultCode.CARD_NOT_SUPPORTED;
    hall.wait(1);
    assertEquals("SOCIAL_CARD_OTHER", hall.view().problem().fault());
    assertEquals("card-retry", hall.view().problem().actions().get(0));
    assertTrue(hall.view().problem().actions().contains("use-code"));
    assertEquals(Page.TAKE_CARD, hall.act(new Action.End()), "it is asked back too");
  }

  @Test
  void expiredSocialCard_isRefusedAndForgotten() {
    slot.card = Entries.socialCard(Samples.NUMBER, LocalDate.of(2026, 11, 20));
    hall.wait(1);
    assertEquals("SOCIAL_CARD_EXPIRED", hall.view().problem().fault());
    assertTrue(hall.view().card().expired());
    assertNull(hall.view().citizen());
  }

  @Test
  void childsSocialCard_needsItsGuardianBeforeStaff() throws DeskException {
    slot.card = Entries.socialCard(Entries.CHILDS_NUMBER, LocalDate.of(2035, 1, 1));
    hall.wait(1);
    assertEquals("GUARDIAN_NEEDED", hall.view().problem().fault());
    hall.act(new Action.OtherWay());
    hall.act(new Action.StaffCheck("S-7", HallPorts.PIN));
    Transaction transaction = handedIn();
    assertTrue(transaction.citizen().orElseThrow().staff().isPresent());
    assertEquals(IdentityLevel.CARD, transaction.citizen().orElseThrow().level());
  }

  @Test
  void itemOfIdentityCardsAlone_neverLooksIntoTheSlot() throws DeskException {
    hall.act(new Action.End());
    slot.card = Entries.socialCard();
    hall.walkTo(SessionState.PLACE_CARD);
    hall.wait(2);
    assertEquals(Page.PLACE_CARD, hall.page());
    assertEquals(1, hall.view().entry().ways().size());
  }

  /** An older platform refuses what it does not know: so nothing of it is accepted here. */
  @Test
  void platformHasNotSaidThatItTakesThem_onlyIdentityCardsAre() throws DeskException {
    hall.act(new Action.End());
    hall.otherCredentials = false;
    slot.card = Entries.socialCard();
    hall.begin(Entries.ITEM);
    hall.act(new Action.Consent(true, "data-1"));
    hall.wait(3);
    assertEquals(Page.PLACE_CARD, hall.page(), "the slot is not looked into");
    assertEquals(
        List.of(CredentialKind.ID_CARD),
        hall.view().entry().ways().stream().map(EntryView.Way::kind).toList());
    assertThrows(DeskException.class, () -> hall.act(new Action.UseCode()));
    hall.otherCredentials = true;
    hall.wait(3);
    assertTrue(hall.page() != Page.PLACE_CARD, "and it is, as soon as the platform says so");
  }

  @Test
  void item_canBeBegunAsLongAsOneWayWorks() throws DeskException {
    hall.act(new Action.End());
    hall.withReader = false;
    slot.state = DeviceState.OFFLINE;
    assertTrue(available(), "by code");
    hall.online = false;
    assertFalse(available(), "no line, no code");
    slot.state = DeviceState.ONLINE;
    assertTrue(available(), "by social security card");
    hall.slot = Optional.empty();
    hall.withReader = true;
    assertTrue(available(), "by identity card");
    hall.items.set(hall.items.indexOf(Entries.ITEM), Entries.item(Set.of(CredentialKind.ID_CARD)));
    hall.withReader = false;
    assertFalse(available());
  }

  private boolean available() {
    return hall.desk.items().stream()
        .filter(item -> item.code().equals("ENTRIES"))
        .findFirst()
        .orElseThrow()
        .available();
  }
}
