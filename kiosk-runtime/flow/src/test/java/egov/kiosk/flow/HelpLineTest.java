package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.help.HelpCall;
import egov.kiosk.domain.help.HelpState;
import egov.kiosk.flow.desk.HelpView;
import egov.kiosk.flow.help.HelpCommands;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every news of a call for help reaches the hall, in order, whatever the line does. */
class HelpLineTest {
  @TempDir Path state;
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
  }

  private HelpView seen() {
    return hall.desk.kiosk().help();
  }

  private boolean answer(String call, String minutes) {
    return HelpCommands.answer(hall.desk.help(), Map.of("call", call, "minutes", minutes)).done();
  }

  private List<String> told() {
    return hall.helpLine.taken.stream().map(call -> call.id() + " " + call.state()).toList();
  }

  @Test
  void withoutALine_theNumberAtOnce_andWhenItComesBackTheCallGoes() {
    hall.online = false;
    hall.helpLine.dead = true;
    hall.desk.help().call();
    assertEquals(HelpState.NO_LINE, seen().state());
    assertFalse(seen().waiting());
    hall.wait(5);
    hall.helpLine.dead = false;
    hall.wait(1);
    assertEquals(HelpState.CALLING, seen().state());
    assertEquals(HelpState.CALLING, hall.helpLine.last().state());
    assertEquals("2026-11-21T07:04:00Z", hall.helpLine.last().calledAt().toString());
  }

  @Test
  void lineThatTakesNothing_isNoneAfterTenSeconds() {
    hall.helpLine.dead = true;
    hall.desk.help().call();
    hall.wait(9);
    assertEquals(HelpState.CALLING, seen().state());
    hall.wait(1);
    assertEquals(HelpState.NO_LINE, seen().state());
    assertTrue(hall.helpLine.asked > 5, "tried again and again");
  }

  @Test
  void calledAgain_closesTheFirstCall() {
    hall.desk.help().call();
    String first = hall.helpLine.last().id();
    hall.wait(60);
    hall.desk.help().call();
    HelpCall closed = hall.helpLine.taken.get(hall.helpLine.taken.size() - 2);
    assertEquals(first, closed.id());
    assertEquals(HelpState.CLOSED, closed.state());
    assertEquals(4, hall.records.of(AuditAction.HELP).size());
  }

  @Test
  void lineThatThrows_isNoMatterOfTheCitizens_andIsTriedAgain() {
    hall.helpLine.broken = true;
    hall.desk.help().call();
    assertEquals(HelpState.CALLING, seen().state());
    hall.helpLine.broken = false;
    hall.wait(1);
    assertEquals(HelpState.CALLING, hall.helpLine.last().state());
  }

  @Test
  void everythingThatHappenedWithoutALine_isTold_inOrder_andOnlyOnce() {
    hall.helpLine.dead = true;
    hall.desk.help().call();
    hall.wait(12);
    hall.desk.help().cancel();
    hall.desk.help().call();
    hall.wait(3_600);
    hall.desk.help().call();
    hall.desk.help().cancel();
    assertEquals(List.of(), told());
    hall.helpLine.dead = false;
    hall.wait(1);
    List<String> calls = hall.helpLine.taken.stream().map(HelpCall::id).distinct().toList();
    assertEquals(3, calls.size(), "an hour later, too");
    assertEquals(
        calls.stream().flatMap(id -> Stream.of(id + " CALLING", id + " CLOSED")).toList(), told());
    hall.wait(60);
    assertEquals(6, told().size());
  }

  @Test
  void newsThatComesWhileOneIsUnderWay_waitsForItsAnswer_andIsTriedAgain() {
    hall.helpLine.later = new CompletableFuture<>();
    hall.desk.help().call();
    String id = hall.helpLine.last().id();
    assertTrue(answer(id, "3"));
    hall.desk.help().cancel();
    assertEquals(List.of(id + " CALLING"), told(), "one at a time");
    CompletableFuture<Boolean> first = hall.helpLine.later;
    hall.helpLine.later = null;
    first.completeExceptionally(new IllegalStateException("the line broke"));
    assertEquals(1, told().size());
    hall.wait(1);
    assertEquals(
        List.of(id + " CALLING", id + " CALLING", id + " ANSWERED", id + " CLOSED"), told());
  }
}
