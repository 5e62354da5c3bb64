package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.domain.inquiry.Redemption;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.EntryView.CodeState;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entry by a code on a telephone. */
class CodeEntryTest {
  @TempDir Path state;
  private Hall hall;
  private FakeScanner scanner;
  private Asked platform;

  @BeforeEach
  void open() throws DeskException {
    hall = new Hall(state);
    Entries.open(hall);
    scanner = (FakeScanner) hall.scanner.orElseThrow();
    platform = (Asked) hall.books.orElseThrow();
  }

  private Page show(String token) throws DeskException {
    scanner.slips.add(token);
    return hall.act(new Action.ShowCode(CodeKind.SOCIAL_SECURITY));
  }

  @Test
  void code_takesTheWholeWay_andItsTokenIsAskedOnceAndKeptNowhere() throws Exception {
    assertEquals(Page.SHOW_CODE, hall.act(new Action.UseCode()));
    assertEquals(CodeState.CHOOSING, hall.view().entry().code().state());
    assertEquals(Page.CONFIRM, show(Entries.TOKEN));
    assertEquals("张*", hall.view().citizen().name());
    assertEquals(1, platform.askings.size());
    Asking asked = platform.askings.get(0);
    assertEquals(Asking.Purpose.ENTRY, asked.purpose());
    assertTrue(asked.citizen().isEmpty());
    assertEquals(Map.of("code", "SOCIAL_SECURITY", "token", Entries.TOKEN), asked.parameters());
    platform.askings.clear();
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    Transaction transaction = hall.queue.sealed.get(0);
    assertEquals(CredentialKind.CODE, transaction.citizen().orElseThrow().shown().kind());
    assertFalse(hall.records.of(AuditAction.INQUIRED).toString().contains(Entries.TOKEN));
    assertNull(hall.act(new Action.End()), "no card to take");
  }

  @Test
  void scannerWaits_untilACodeIsShown() throws DeskException {
    hall.act(new Action.UseCode());
    hall.act(new Action.ShowCode(CodeKind.PROVINCIAL));
    hall.wait(20);
    assertEquals(CodeState.WAITING, hall.view().entry().code().state());
    assertEquals(CodeKind.PROVINCIAL, hall.view().entry().code().kind());
    scanner.slips.add(Entries.TOKEN);
    hall.wait(1);
    assertEquals(Page.CONFIRM, hall.page());
    assertTrue(scanner.asked.stream().allMatch(kind -> kind == CodeKind.PROVINCIAL));
  }

  @Test
  void codeRightAfterAnEmptyLook_isSeenWithoutWaitingForTheNextBeat() throws DeskException {
    hall.act(new Action.UseCode());
    hall.act(new Action.ShowCode(CodeKind.PROVINCIAL));
    assertEquals(CodeState.WAITING, hall.view().entry().code().state());
    assertEquals(1, hall.hands.waiting(), "it looks on");
    scanner.slips.add(Entries.TOKEN);
    hall.work();
    assertEquals(Page.CONFIRM, hall.page());
    assertEquals(0, hall.hands.waiting());
  }

  @Test
  void leavingWhileItLooks_endsTheLooking() throws DeskException {
    hall.act(new Action.UseCode());
    hall.act(new Action.ShowCode(CodeKind.PROVINCIAL));
    hall.hands.keepCancelled = true;
    assertNull(hall.act(new Action.End()));
    int looks = scanner.asked.size();
    hall.wait(3);
    assertEquals(looks, scanner.asked.size());
  }

  @Test
  void refusals_eachHaveTheirOwnWords_andAFreshCodeIsTaken() throws DeskException {
    hall.act(new Action.UseCode());
    for (Redemption.Refusal why : Redemption.Refusal.values()) {
      platform.answer = Redemption.refused(why).answer();
      assertEquals(Page.PROBLEM, show(Entries.TOKEN));
      assertEquals("CODE_" + why.name(), hall.view().problem().fault());
      assertNull(hall.view().citizen());
      assertEquals(Page.SHOW_CODE, hall.act(new Action.UseCode()));
    }
    platform.answer = InquiryAnswer.NOTHING;
    assertEquals(Page.PROBLEM, show(Entries.TOKEN));
    assertEquals("CODE_UNKNOWN", hall.view().problem().fault());
    platform.answer = Entries.holder();
    hall.act(new Action.UseCode());
    assertEquals(Page.CONFIRM, show(Entries.TOKEN));
  }

  @Test
  void noLine_isSaid_andACardStillDoes() throws DeskException {
    hall.act(new Action.UseCode());
    platform.refuses = InquiryException.Reason.NO_ANSWER;
    show(Entries.TOKEN);
    assertEquals("CODE_NO_LINE", hall.view().problem().fault());
    hall.online = false;
    assertEquals(Page.PROBLEM, hall.act(new Action.UseCode()));
    assertEquals("CODE_NO_LINE", hall.view().problem().fault());
    hall.reader.card = Samples.card();
    assertEquals(Page.CONFIRM, hall.act(new Action.CardRetry()));
  }

  @Test
  void whatIsNoCode_isRefusedWithoutAskingAnybody() throws DeskException {
    hall.act(new Action.UseCode());
    assertEquals(Page.PROBLEM, show(""));
    assertEquals("CODE_REFUSED", hall.view().problem().fault());
    assertTrue(platform.askings.isEmpty());
  }

  @Test
  void leaving_whileThePlatformIsAsked_dropsTheAnswer() throws DeskException {
    hall.act(new Action.End());
    hall.walkTo(SessionState.REDEEMING);
    assertEquals(CodeState.ASKING, hall.view().entry().code().state());
    hall.hands.keepCancelled = true;
    assertEquals(Page.PLACE_CARD, hall.act(new Action.Back()));
    assertNull(hall.view().citizen());
  }

  @Test
  void slipsAreNoCodes() throws DeskException {
    hall.act(new Action.UseCode());
    DeskException refused =
        assertThrows(DeskException.class, () -> hall.act(new Action.ShowCode(CodeKind.SLIP)));
    assertEquals(DeskException.Reason.WRONG_STEP, refused.reason());
  }
}
