package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * D14 in a session: reader, camera and printer are pulled at any page. The citizen is on a page
 * that can be left, nobody waits for a device that is gone, and the session ends by itself.
 */
@Tag("attack")
class PulledInSessionTest {
  private static final int IDLE_END = 900;

  @TempDir Path state;

  private static void pull(Hall hall) {
    hall.reader.state = DeviceState.NO_DEVICE;
    hall.reader.faults = Set.of(FaultCode.NO_DEVICE);
    hall.reader.fault = FaultCode.NO_DEVICE;
    hall.reader.presenceFault = FaultCode.NO_DEVICE;
    hall.printer.state = DeviceState.NO_DEVICE;
    hall.printer.faults = Set.of(FaultCode.NO_DEVICE);
    hall.printer.fault = FaultCode.NO_DEVICE;
    hall.printer.askFault = FaultCode.NO_DEVICE;
    hall.faces.cameraLost = true;
  }

  @ParameterizedTest
  @EnumSource(
      value = SessionState.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SUBMITTING", "ENDED"})
  void devicesPulled_atAnyPage_leaveADefinedPageAndTheSessionEnds(SessionState at)
      throws DeskException {
    Hall hall = new Hall(state);
    hall.walkTo(at);
    pull(hall);
    hall.wait(2);
    Page page = hall.page();
    assertTrue(page != Page.PLACE_CARD, "still waits for a card at a reader that is gone");
    hall.wait(IDLE_END);
    assertNull(hall.page(), "the session does not end from " + page);
    assertEquals(0, hall.faces.open.get(), "the camera stays open");
  }
}
