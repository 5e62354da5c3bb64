package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.MaterialsView;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
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
        "RATING",
        "RATING_REASON"
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

  @ParameterizedTest
  @EnumSource(Leaving.class)
  void papersAndSignature_overwrittenWhicheverWayItEnds(Leaving way) throws DeskException {
    SessionThread thread = new SessionThread();
    hall = new Hall(state, thread);
    hall.begin(Papers.ITEM);
    Awaitility.await()
        .until(() -> hall.view().materials().camera() == MaterialsView.CameraState.READY);
    for (int i = 0; i < 2; i++) {
      int taken = i + 1;
      hall.desk.act(hall.id, new Action.PageTake("register"));
      Awaitility.await()
          .until(() -> hall.papers.pages.size() == taken && hall.view().materials().shot() != null);
      if (i == 0) {
        hall.desk.act(hall.id, new Action.PageKeep());
      }
    }
    if (way.signed) {
      hall.desk.act(hall.id, new Action.Continue());
      hall.desk.act(hall.id, new Action.Continue());
      hall.desk.act(hall.id, new Action.Sign(Papers.ink()));
    }
    Set<byte[]> drawn = pictures();
    assertTrue(way.signed == drawn.size() >= 2, "the walk sees the drawing");
    way.leave(hall);
    assertNull(hall.page());
    hall.papers.pages.forEach(page -> assertArrayEquals(new byte[page.jpeg().length], page.jpeg()));
    drawn.forEach(bytes -> assertArrayEquals(new byte[bytes.length], bytes));
    assertEquals(Set.of(), pictures(), "no picture can be reached any more");
    Awaitility.await().until(() -> hall.papers.open.get() == 0);
    hall.desk.close();
    thread.close();
  }

  /** Drawings within the desk's reach; pages of the camera are checked one by one. */
  private Set<byte[]> pictures() {
    Set<byte[]> found = Collections.newSetFromMap(new IdentityHashMap<>());
    new ObjectWalk(Set.of(hall, hall.hands, hall.papers, hall.queue, hall.records))
        .bytesFrom(hall.desk).stream()
            .filter(bytes -> bytes.length > 0 && (bytes[0] == '{' || bytes[0] == (byte) 0x89))
            .forEach(found::add);
    return found;
  }

  /** Ways out of a session with pictures. */
  private enum Leaving {
    END_WHILE_PHOTOGRAPHING(false) {
      @Override
      void leave(Hall hall) throws DeskException {
        hall.desk.act(hall.id, new Action.End());
      }
    },
    END_AFTER_SIGNING(true) {
      @Override
      void leave(Hall hall) throws DeskException {
        hall.desk.act(hall.id, new Action.End());
      }
    },
    SILENCE(true) {
      @Override
      void leave(Hall hall) {
        hall.wait(141);
      }
    },
    SHUTDOWN(false) {
      @Override
      void leave(Hall hall) {
        hall.desk.close();
      }
    },
    HANDED_IN(true) {
      @Override
      void leave(Hall hall) throws DeskException {
        hall.desk.act(hall.id, new Action.Submit());
        hall.papers.pages.forEach(
            page -> assertArrayEquals(new byte[page.jpeg().length], page.jpeg()));
        hall.desk.act(hall.id, new Action.End());
      }
    };

    final boolean signed;

    Leaving(boolean signed) {
      this.signed = signed;
    }

    abstract void leave(Hall hall) throws DeskException;
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
