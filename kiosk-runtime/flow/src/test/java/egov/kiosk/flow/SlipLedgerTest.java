package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.PrintRefusedException.Reason;
import egov.kiosk.domain.print.PrintState;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.SessionView.SlipState;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slips that go through the print desk, and the printer that is asked before anything begins. */
class SlipLedgerTest {
  @TempDir Path state;
  private final FakePrintDesk prints = new FakePrintDesk();
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
    hall.prints = Optional.of(prints);
  }

  private SlipState print() throws DeskException {
    hall.act(new Action.Print());
    return hall.view().accepted().slip();
  }

  @Test
  void printed_isPrintedUnderItsTransaction() throws DeskException {
    hall.walkTo(SessionState.ACCEPTED);
    assertEquals(SlipState.PRINTED, print());
    assertEquals(hall.view().accepted().transactionId(), prints.slips.get(0).value());
    assertEquals(0, hall.printer.slips.size(), "never past the desk");
  }

  @Test
  void notPrinted_saysWhyAndMayBePressedAgain() throws DeskException {
    hall.walkTo(SessionState.ACCEPTED);
    prints.end = PrintState.NOT_PRINTED;
    prints.fault = FaultCode.PAPER_OUT;
    assertEquals(SlipState.FAILED, print());
    assertEquals("PAPER_OUT", hall.view().accepted().slipFault());
    prints.end = PrintState.PRINTED;
    assertEquals(SlipState.PRINTED, print());
    assertEquals(List.of(), prints.answers);
  }

  @Test
  void inDoubt_pressedAgain_saysThatNothingCame() throws DeskException {
    hall.walkTo(SessionState.ACCEPTED);
    prints.end = PrintState.ASK;
    assertEquals(SlipState.UNKNOWN, print());
    prints.end = PrintState.PRINTED;
    assertEquals(SlipState.PRINTED, print());
    assertEquals(List.of("job-1 false CITIZEN"), prints.answers);
  }

  @Test
  void inDoubt_goingOn_saysThatItCame() throws DeskException {
    hall.walkTo(SessionState.ACCEPTED);
    prints.end = PrintState.ASK;
    print();
    hall.act(new Action.Continue());
    assertEquals(List.of("job-1 true CITIZEN"), prints.answers);
  }

  @Test
  void inDoubt_walkingAway_leavesTheQuestionToTheStaff() throws DeskException {
    hall.walkTo(SessionState.ACCEPTED);
    prints.end = PrintState.ASK;
    print();
    hall.act(new Action.End());
    assertEquals(List.of(), prints.answers);
  }

  @Test
  void ledgerBroken_theSlipIsPrintedAllTheSame() throws DeskException {
    hall.walkTo(SessionState.ACCEPTED);
    prints.refuse = Reason.LEDGER_UNAVAILABLE;
    assertEquals(SlipState.PRINTED, print());
    assertEquals(1, hall.printer.slips.size());
    prints.refuse = Reason.ALREADY_PRINTED;
  }

  @Test
  void printerThatRanOutUnnoticed_isAskedBeforeAnItemThatMustPrintBegins() throws Exception {
    hall.printer.askedFaults = Set.of(FaultCode.PAPER_OUT);
    DeskException refused =
        assertThrows(DeskException.class, () -> hall.desk.begin(Samples.SENIOR.code()));
    assertEquals(DeskException.Reason.ITEM_UNAVAILABLE, refused.reason());
    hall.printer.askedFaults = null;
    hall.printer.askFault = FaultCode.NO_ANSWER;
    assertThrows(DeskException.class, () -> hall.desk.begin(Samples.SENIOR.code()));
    hall.printer.askFault = FaultCode.BUSY;
    hall.begin(Samples.SENIOR);
  }
}
