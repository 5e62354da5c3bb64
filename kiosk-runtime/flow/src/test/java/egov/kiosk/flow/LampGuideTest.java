package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.device.CabinetEvent;
import egov.kiosk.domain.device.Lamp;
import egov.kiosk.flow.cabinet.DoorWatch;
import egov.kiosk.flow.cabinet.LampGuide;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which lamp is lit at which page. */
class LampGuideTest {
  @TempDir Path state;
  private final List<Set<Lamp>> lit = new ArrayList<>();
  private final LampGuide guide = new LampGuide(lit::add);
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
    hall.desk.listen(guide);
  }

  private Set<Lamp> now() {
    return lit.isEmpty() ? Set.of() : lit.get(lit.size() - 1);
  }

  @Test
  void cardLamp_isLitWhileACardIsAskedFor() throws Exception {
    hall.walkTo(SessionState.PLACE_CARD);
    assertEquals(Set.of(Lamp.CARD), now());
    int changes = lit.size();
    guide.beat();
    assertEquals(changes, lit.size(), "a steady lamp does not flash");
  }

  @Test
  void cardLamp_isDarkAtTheForm_andFlashesWhenTheCardMustBeTaken() throws Exception {
    hall.walkTo(SessionState.FORM);
    assertEquals(Set.of(), now());
    new DoorWatch(hall.desk, Runnable::run, () -> {}).happened(CabinetEvent.DOOR_OPENED);
    assertEquals(Set.of(Lamp.CARD), now());
    guide.beat();
    assertEquals(Set.of(), now());
    guide.beat();
    assertEquals(Set.of(Lamp.CARD), now());
  }

  @Test
  void faceAndHelpLamps_areLitTogether() throws Exception {
    hall.walkTo(SessionState.CAMERA);
    assertEquals(Set.of(Lamp.FACE), now());
    hall.desk.act(hall.view().id(), new Action.Help());
    assertEquals(Set.of(Lamp.FACE, Lamp.HELP), now());
  }

  @Test
  void paperLamp_isLitWhenPaperComes_andTheLastOneGoesOutWithTheSession() throws Exception {
    hall.walkTo(SessionState.ACCEPTED);
    hall.desk.act(hall.view().id(), new Action.Print());
    assertEquals(Set.of(Lamp.PAPER), now());
    guide.sessionChanged(Optional.empty());
    assertEquals(Set.of(), now());
  }
}
