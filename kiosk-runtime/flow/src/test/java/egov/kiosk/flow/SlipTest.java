package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView.SlipState;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlipTest {
  @TempDir Path state;
  private Hall hall;

  @BeforeEach
  void open() throws DeskException {
    hall = new Hall(state);
    hall.walkTo(SessionState.ACCEPTED);
  }

  @Test
  void provisionalSlip_saysWhatTheCitizenNeeds() throws DeskException {
    hall.act(new Action.Print());
    String words = hall.printer.words();
    String number = hall.view().accepted().number();
    String grouped =
        number.substring(0, 4) + " " + number.substring(4, 8) + " " + number.substring(8);
    for (String part :
        new String[] {
          "标准县政务大厅",
          "办什么：事项PENSION",
          "临时号：",
          grouped,
          "这是临时号",
          "正式受理号",
          "姓名：张*",
          "证号：1101**********002X",
          "时间：2026-11-21 15:04",
          "什么时候有结果：3个工作日",
          "12345",
          hall.view().accepted().qr()
        }) {
      assertTrue(words.contains(part), part + " in " + words);
    }
    assertFalse(words.contains(Samples.NAME) || words.contains(Samples.NUMBER));
  }

  @Test
  void officialSlip_carriesTheOfficialNumberOnly() throws DeskException {
    hall.act(new Action.Print());
    hall.desk.settled(hall.receipt(hall.view().accepted().transactionId()));
    hall.act(new Action.Print());
    assertEquals(2, hall.printer.slips.size(), "another number is worth another slip");
    assertTrue(hall.printer.words().contains("受理号（查进度用）："));
    assertTrue(hall.printer.words().contains("3501 0260 0012"));
    assertFalse(hall.printer.words().contains("临时号"));
    hall.act(new Action.Print());
    assertEquals(2, hall.printer.slips.size(), "the same number is not");
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultCode.class,
      names = {"PAPER_OUT", "COVER_OPEN", "PRINTER_ERROR", "NO_ANSWER", "BUSY", "PRINT_UNKNOWN"})
  void printerFault_neverTouchesTheTransaction(FaultCode fault) throws DeskException {
    hall.printer.fault = fault;
    assertEquals(Page.ACCEPTED, hall.act(new Action.Print()));
    SlipState expected = fault == FaultCode.PRINT_UNKNOWN ? SlipState.UNKNOWN : SlipState.FAILED;
    assertEquals(expected, hall.view().accepted().slip());
    assertEquals(fault.name(), hall.view().accepted().slipFault());
    assertFalse(hall.view().accepted().qr().isEmpty());
    assertEquals(1, hall.queue.transactions());
    hall.printer.fault = null;
    hall.act(new Action.Print());
    assertEquals(SlipState.PRINTED, hall.view().accepted().slip());
    assertNull(hall.view().accepted().slipFault());
  }

  @Test
  void noPrinter_failsAtOnceAndTheCodeStays() throws DeskException {
    hall.withPrinter = false;
    hall.act(new Action.Print());
    assertEquals(SlipState.FAILED, hall.view().accepted().slip());
    assertEquals("NO_DEVICE", hall.view().accepted().slipFault());
  }

  @Test
  void whilePrinting_secondPressPrintsNothingMoreAndTimeStandsStill() throws DeskException {
    hall.desk.act(hall.id, new Action.Print());
    hall.desk.act(hall.id, new Action.Print());
    assertEquals(1, hall.hands.waiting());
    for (int i = 0; i < 300; i++) {
      hall.elapsed = hall.elapsed.plusSeconds(1);
      hall.desk.beat();
    }
    assertEquals(SlipState.PRINTING, hall.view().accepted().slip());
    hall.work();
    assertEquals(1, hall.printer.slips.size());
    hall.wait(79);
    assertEquals(Page.ACCEPTED, hall.page());
  }

  @Test
  void citizenLeavesWhilePrinting_theSlipStillComesOut() throws DeskException {
    hall.desk.act(hall.id, new Action.Print());
    hall.desk.act(hall.id, new Action.End());
    hall.work();
    assertEquals(1, hall.printer.slips.size());
    assertEquals(Page.TAKE_CARD, hall.page());
  }
}
