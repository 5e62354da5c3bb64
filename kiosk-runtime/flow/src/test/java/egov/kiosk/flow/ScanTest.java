package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.desk.SessionView.ScanState;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number on a slip, read by the scanner where it is asked for. */
class ScanTest {
  @TempDir Path state;
  private final FakeScanner scanner = new FakeScanner();
  private final Asked platform = new Asked();
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
    hall.books = Optional.of(platform);
    hall.scanner = Optional.of(scanner);
  }

  private SessionView.Form form() {
    return hall.view().form();
  }

  @Test
  void slipHeld_numberInItsQuestionAlone_andAskedWith() throws DeskException {
    hall.begin(Asked.progress());
    assertEquals(new SessionView.Scan("reference", ScanState.WAITING), form().scan());
    scanner.slips.add(Asked.NUMBER);
    hall.wait(2);
    assertEquals(ScanState.TAKEN, form().scan().state());
    assertEquals(Asked.NUMBER, form().questions().get(0).value());
    assertEquals("", form().questions().get(1).value());
    assertTrue(scanner.asked.stream().allMatch(CodeKind.SLIP::equals));
    hall.act(new Action.Form(Asked.numbers(Asked.NUMBER), false));
    assertEquals(Page.RESULT, hall.act(new Action.Submit()));
    assertEquals(Asked.NUMBER, platform.askings.get(0).parameters().get("reference"));
  }

  @Test
  void somethingElseHeld_saidSo_andTheNextSlipCounts() throws DeskException {
    hall.begin(Asked.progress());
    scanner.slips.add("");
    hall.wait(2);
    assertEquals(ScanState.REFUSED, form().scan().state());
    assertEquals("", form().questions().get(0).value());
    scanner.slips.add("1234567890123456789012345");
    hall.wait(2);
    assertEquals(ScanState.REFUSED, form().scan().state(), "longer than any number");
    scanner.slips.add(Asked.NUMBER);
    hall.wait(2);
    assertEquals(ScanState.TAKEN, form().scan().state());
  }

  @Test
  void otherForms_areNeverScannedInto() throws DeskException {
    hall.walkTo(SessionState.FORM);
    scanner.slips.add(Asked.NUMBER);
    hall.wait(2);
    assertNull(form().scan());
    assertEquals(Set.of(), Set.copyOf(scanner.asked));
  }

  @Test
  void scannerComesAndGoes_thePageSaysSo() throws DeskException {
    scanner.state = DeviceState.NO_DEVICE;
    hall.begin(Asked.progress());
    assertNull(form().scan());
    scanner.state = DeviceState.ONLINE;
    hall.wait(1);
    assertEquals(ScanState.WAITING, form().scan().state());
    scanner.state = DeviceState.NO_DEVICE;
    hall.wait(1);
    assertNull(form().scan());
  }

  @Test
  void sessionOver_nothingIsReadAnyMore() throws DeskException {
    hall.begin(Asked.progress());
    hall.act(new Action.End());
    int before = scanner.asked.size();
    scanner.slips.add(Asked.NUMBER);
    hall.wait(2);
    assertEquals(before, scanner.asked.size());
  }
}
