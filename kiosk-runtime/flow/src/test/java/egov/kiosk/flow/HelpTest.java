package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.help.HelpCall;
import egov.kiosk.domain.help.HelpState;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.HelpView;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.help.HelpCommands;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A citizen calls for help, and is told who comes, or which number to ring. */
class HelpTest {
  @TempDir Path state;
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
  }

  private HelpView seen() {
    return hall.desk.kiosk().help();
  }

  private List<String> records() {
    return hall.records.of(AuditAction.HELP);
  }

  private boolean answer(String call, String minutes) {
    return HelpCommands.answer(hall.desk.help(), Map.of("call", call, "minutes", minutes)).done();
  }

  @Test
  void press_callsAtOnce_withTimePlaceAndNothingOfThePerson() throws Exception {
    hall.walkTo(SessionState.FORM);
    hall.desk.help().call();
    assertEquals(HelpState.CALLING, seen().state());
    assertEquals("2026-11-21T07:04:00Z", seen().calledAt());
    HelpCall told = hall.helpLine.last();
    assertEquals(Samples.PENSION.code(), told.item());
    assertEquals("form", told.page());
    for (String word : List.of("测试", Samples.card().number().value())) {
      assertFalse(told.toString().contains(word));
    }
    assertEquals(1, records().size());
    assertEquals(seen(), hall.machine.get(hall.machine.size() - 1).help(), "screens are told");
  }

  @Test
  void secondPress_isTheSameCall() throws Exception {
    hall.walkTo(SessionState.FORM);
    hall.desk.help().call();
    hall.desk.help().call();
    hall.act(new Action.Help());
    assertEquals(1, hall.helpLine.taken.size());
    assertEquals(1, records().size());
  }

  @Test
  void withoutASession_callsToo_andSaysNoItem() {
    hall.desk.help().call();
    assertEquals(HelpState.CALLING, seen().state());
    assertEquals("", hall.helpLine.last().item());
    assertEquals("", hall.helpLine.last().page());
  }

  @Test
  void answer_saysWhoComesWhen_andALateOneIsNobody() throws Exception {
    hall.walkTo(SessionState.FORM);
    hall.desk.help().call();
    hall.now = hall.now.plusSeconds(20);
    assertTrue(answer(hall.helpLine.last().id(), "3"));
    assertEquals(HelpState.ANSWERED, seen().state());
    assertEquals("2026-11-21T07:04:20Z", seen().since());
    assertEquals("2026-11-21T07:07:20Z", seen().expectedAt());
    assertEquals(HelpState.ANSWERED, hall.helpLine.last().state());
    hall.wait(299);
    assertEquals(HelpState.ANSWERED, seen().state());
    assertEquals(Page.FORM, hall.page(), "who waits is not sent away");
    hall.wait(1);
    assertEquals(HelpState.UNANSWERED, seen().state());
  }

  @Test
  void nobodyAnswers_theNumberAfterAMinute_andTheIdleClockRunsAgain() throws Exception {
    hall.walkTo(SessionState.FORM);
    hall.wait(50);
    hall.desk.help().call();
    hall.wait(59);
    assertEquals(HelpState.CALLING, seen().state());
    assertEquals(Page.FORM, hall.page());
    hall.wait(1);
    assertEquals(HelpState.UNANSWERED, seen().state());
    assertFalse(seen().waiting());
    assertEquals(HelpState.UNANSWERED, hall.helpLine.last().state());
    hall.wait(78);
    assertEquals(Page.FORM, hall.page());
    hall.wait(3);
    assertNotEquals(Page.FORM, hall.page(), "nobody waits for ever");
  }

  @Test
  void pressAfterNobodyCame_isAnotherCall() {
    hall.desk.help().call();
    String first = hall.helpLine.last().id();
    hall.wait(60);
    hall.desk.help().call();
    assertEquals(HelpState.CALLING, seen().state());
    assertNotEquals(first, hall.helpLine.last().id());
    assertFalse(answer(first, "3"), "an answer to the first call is none to this one");
    assertEquals(HelpState.CALLING, seen().state());
  }

  @Test
  void cancel_endsTheCall_andTheHallHearsOfIt() {
    hall.desk.help().call();
    hall.desk.help().cancel();
    assertNull(seen());
    assertEquals(HelpState.CLOSED, hall.helpLine.last().state());
    assertFalse(answer(hall.helpLine.last().id(), "3"), "nobody is sent to who is gone");
    hall.desk.help().cancel();
    assertEquals(2, records().size());
  }

  @Test
  void sessionEnds_theCallEndsWithIt() throws Exception {
    hall.walkTo(SessionState.CONSENT);
    hall.desk.help().call();
    hall.act(new Action.End());
    assertNull(seen());
    assertEquals(HelpState.CLOSED, hall.helpLine.last().state());
  }

  @Test
  void staffAtTheKiosk_endItWithBadgeAndPin_andNobodyElseDoes() throws Exception {
    hall.walkTo(SessionState.FORM);
    hall.desk.help().call();
    assertFalse(hall.desk.help().attended("S-7", "000000"));
    assertFalse(hall.desk.help().attended("no badge of anybody's shape", HallPorts.PIN));
    assertEquals(HelpState.CALLING, seen().state());
    assertTrue(hall.desk.help().attended("S-7", HallPorts.PIN));
    assertNull(seen());
    assertFalse(hall.desk.help().attended("S-7", HallPorts.PIN), "nobody is called any more");
    assertEquals(Page.FORM, hall.page());
    assertEquals(1, hall.records.of(AuditAction.STAFF_CHECK).size(), "the wrong PIN");
  }

  @Test
  void staffWhoVouch_haveCome() throws Exception {
    hall.walkTo(SessionState.ALTERNATIVE);
    hall.desk.help().call();
    hall.act(new Action.StaffCheck("S-7", HallPorts.PIN));
    assertNull(seen());
  }

  @Test
  void wrongAnswers_areRefusedAndChangeNothing() {
    assertFalse(answer("0123456789abcdef", "3"), "nobody called");
    hall.desk.help().call();
    String id = hall.helpLine.last().id();
    for (String minutes : List.of("", "0", "31", "-1", "3 minutes", "999")) {
      assertFalse(answer(id, minutes), minutes);
    }
    assertFalse(HelpCommands.close(hall.desk.help(), Map.of()).done());
    assertEquals(HelpState.CALLING, seen().state());
    assertTrue(HelpCommands.close(hall.desk.help(), Map.of("call", id)).done());
    assertNull(seen());
  }

  @Test
  void answeredAgain_putsNothingOff() throws Exception {
    hall.walkTo(SessionState.FORM);
    hall.desk.help().call();
    assertTrue(answer(hall.helpLine.last().id(), "3"));
    hall.wait(200);
    assertTrue(answer(hall.helpLine.last().id(), "30"));
    hall.wait(100);
    assertEquals(HelpState.UNANSWERED, seen().state());
  }

  @Test
  void callFromBeforeTheSession_holdsItNotOpen_andOutlastsIt() throws Exception {
    hall.desk.help().call();
    assertTrue(answer(hall.helpLine.last().id(), "30"));
    hall.walkTo(SessionState.CONSENT);
    hall.wait(200);
    assertTrue(hall.desk.current().isEmpty(), "nobody is there");
    assertEquals(HelpState.ANSWERED, seen().state(), "who called may still be there");
  }

  @Test
  void screensKnowWhoseCallItIs() throws Exception {
    hall.desk.help().call();
    assertEquals("", seen().session());
    hall.desk.help().cancel();
    hall.walkTo(SessionState.FORM);
    hall.desk.help().call();
    assertEquals(hall.id, seen().session());
  }
}
