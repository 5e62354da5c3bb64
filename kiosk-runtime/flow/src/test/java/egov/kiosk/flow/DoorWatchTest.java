package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.device.CabinetEvent;
import egov.kiosk.flow.cabinet.DoorWatch;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cabinet is opened while a citizen is there. */
class DoorWatchTest {
  @TempDir Path state;
  private final List<String> told = new ArrayList<>();
  private final List<Runnable> thread = new ArrayList<>();
  private Hall hall;
  private DoorWatch watch;

  @BeforeEach
  void open() {
    hall = new Hall(state);
    watch = new DoorWatch(hall.desk, thread::add, () -> told.add("closed"));
    hall.desk.listen(watch);
  }

  private void happens(CabinetEvent event) {
    watch.happened(event);
    work();
  }

  private void work() {
    while (!thread.isEmpty()) {
      thread.remove(0).run();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SessionState.class,
      names = {
        "FACE_CONSENT",
        "CAMERA",
        "LOOKING",
        "FACE_PROBLEM",
        "ALTERNATIVE",
        "FORM",
        "CONFIRM",
        "SUBMIT_PROBLEM",
        "ACCEPTED",
        "RATING",
        "RATING_REASON"
      })
  void doorOpened_inASessionWithACard_wipesItAndAsksForTheCard(SessionState at) throws Exception {
    hall.walkTo(at);
    IdCard card = hall.reader.card;
    happens(CabinetEvent.DOOR_OPENED);
    assertEquals(Page.TAKE_CARD, hall.page());
    assertTrue(card.portrait().isEmpty(), "the portrait was overwritten");
    assertNull(hall.view().citizen());
  }

  @Test
  void doorOpened_beforeACardWasSeen_endsOnceTheReaderSaysThatNoneIsThere() throws Exception {
    hall.walkTo(SessionState.PLACE_CARD);
    happens(CabinetEvent.DOOR_OPENED);
    hall.work();
    assertNull(hall.page());
  }

  @Test
  void doorOpened_withoutASession_andClosedAgain_doesNothingToTheNext() throws Exception {
    happens(CabinetEvent.DOOR_OPENED);
    assertNull(hall.page());
    happens(CabinetEvent.DOOR_CLOSED);
    assertEquals(List.of("closed"), told);
    hall.walkTo(SessionState.FORM);
    assertEquals(Page.FORM, hall.page());
  }

  @Test
  void sessionBegun_atAnOpenDoor_endsAtOnce() throws Exception {
    happens(CabinetEvent.DOOR_OPENED);
    hall.begin(Samples.PENSION);
    work();
    assertNull(hall.page());
  }

  @Test
  void otherEvents_touchNothing() throws Exception {
    hall.walkTo(SessionState.FORM);
    for (CabinetEvent event :
        List.of(CabinetEvent.PERSON_LEFT, CabinetEvent.MAINS_LOST, CabinetEvent.SENSES_LOST)) {
      happens(event);
    }
    assertEquals(Page.FORM, hall.page());
  }
}
