package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** T08: whatever way a session ends, nothing of the citizen stays in the desk's memory. */
class WipeTest {
  private static final List<String> MARKERS =
      List.of(Samples.NAME, Samples.NUMBER, Samples.ADDRESS, Samples.PHONE, "张*", "1101****");

  @TempDir Path state;
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
  }

  private List<String> found() {
    // The fakes are the world outside the desk; what they keep is theirs.
    return new ObjectWalk(
            Set.of(
                hall, hall.hands, hall.reader, hall.faces, hall.printer, hall.queue, hall.records))
        .textsFrom(hall.desk).stream()
            .filter(text -> MARKERS.stream().anyMatch(text::contains))
            .toList();
  }

  @Test
  void openSession_isSeenByTheWalk() throws DeskException {
    hall.walkTo(SessionState.CONFIRM);
    assertTrue(found().containsAll(List.of(Samples.NAME, Samples.NUMBER, Samples.PHONE)));
  }

  @ParameterizedTest
  @EnumSource(
      value = SessionState.class,
      names = {
        "GUARDIAN",
        "FACE_CONSENT",
        "FACE_PROBLEM",
        "ALTERNATIVE",
        "FORM",
        "CONFIRM",
        "SUBMIT_PROBLEM",
        "ACCEPTED",
        "RATING"
      })
  void exit_wipesBeforeTheCardIsAskedFor(SessionState at) throws DeskException {
    hall.walkTo(at);
    IdCard card = hall.reader.card;
    hall.desk.act(hall.id, new Action.End());
    assertEquals(Page.TAKE_CARD, hall.page());
    assertEquals(List.of(), found());
    assertTrue(card.portrait().isEmpty(), "the portrait was overwritten");
    assertNull(hall.view().citizen());
    assertNull(hall.view().identity());
    assertNull(hall.view().card());
    hall.reader.card = null;
    hall.wait(2);
    assertNull(hall.page());
    assertEquals(List.of(), found());
  }

  @Test
  void idleEnd_wipes() throws DeskException {
    hall.walkTo(SessionState.CONFIRM);
    IdCard card = hall.reader.card;
    hall.wait(140);
    assertEquals(Page.TAKE_CARD, hall.page());
    assertEquals(List.of(), found());
    assertTrue(card.portrait().isEmpty());
  }

  @Test
  void refusedConsent_wipesThoughTheSessionGoesOn() throws DeskException {
    hall.walkTo(SessionState.CONFIRM);
    hall.act(new Action.Back());
    hall.act(new Action.Back());
    hall.act(new Action.Consent(false, "data-1"));
    assertEquals(List.of(), found());
  }

  @Test
  void shutdown_wipesAndOpensNoOther() throws DeskException {
    hall.walkTo(SessionState.CONFIRM);
    hall.desk.close();
    assertEquals(List.of(), found());
    assertNull(hall.page());
    assertFalse(hall.told.get(hall.told.size() - 1).isPresent());
    org.junit.jupiter.api.Assertions.assertThrows(
        DeskException.class, () -> hall.desk.begin("GUIDE"));
  }

  @Test
  void cardReadTooLate_isWipedAtOnce() throws DeskException {
    hall.walkTo(SessionState.CONSENT);
    hall.desk.act(hall.id, new Action.Consent(true, "data-1"));
    hall.reader.card = Samples.card();
    hall.hands.keepCancelled = true;
    hall.desk.act(hall.id, new Action.Back());
    hall.hands.workAll();
    assertEquals(Page.CONSENT, hall.page());
    assertTrue(hall.reader.card.portrait().isEmpty());
    assertEquals(List.of(), found());
  }
}
