package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** D04, D12: a device that is exchanged while a citizen is there ends the session. */
class ExchangeTest {
  @TempDir Path state;
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
  }

  private void exchange() {
    hall.reader.state = DeviceState.POTENTIAL_FRAUD;
    hall.reader.faults = Set.of(FaultCode.NOT_THE_ACCEPTED_DEVICE);
  }

  @ParameterizedTest
  @EnumSource(
      value = SessionState.class,
      names = {"CONSENT", "PLACE_CARD"})
  void readerExchanged_beforeACardWasSeen_endsTheSession(SessionState at) throws DeskException {
    hall.walkTo(at);
    hall.wait(1);
    exchange();
    hall.wait(1);
    assertNull(hall.page());
  }

  @ParameterizedTest
  @EnumSource(
      value = SessionState.class,
      names = {"FORM", "CONFIRM", "FACE_PROBLEM", "ACCEPTED"})
  void readerExchanged_afterACardWasSeen_wipesAndReturnsTheCard(SessionState at)
      throws DeskException {
    hall.walkTo(at);
    hall.wait(1);
    exchange();
    hall.wait(1);
    assertEquals(SessionState.TAKE_CARD.page(), hall.page());
  }

  @ParameterizedTest
  @EnumSource(
      value = SessionState.class,
      names = {"FACE_CONSENT", "FACE_PROBLEM", "FORM"})
  void d12_secondCameraOrAnother_wipesAndReturnsTheCard(SessionState at) throws DeskException {
    hall.walkTo(at);
    hall.wait(1);
    hall.faces.exchanged = true;
    hall.wait(1);
    assertEquals(SessionState.TAKE_CARD.page(), hall.page());
  }

  @Test
  void readerStrangeBefore_sessionWithoutItGoesOn() throws DeskException {
    hall.walkTo(SessionState.CONSENT);
    exchange();
    hall.wait(5);
    assertEquals(SessionState.CONSENT.page(), hall.page());
  }
}
