package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PrintRefusedException;
import egov.kiosk.domain.print.PrintState;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.desk.SessionView.SlipState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheet to take along: once, or visibly not. */
class CopyTest {
  @TempDir Path state;
  private final FakePrintDesk desk = new FakePrintDesk();
  private Hall hall;

  @BeforeEach
  void open() throws DeskException {
    hall = new Hall(state);
    hall.prints = Optional.of(desk);
    hall.pages = Optional.of(new IdlePagePrinter());
    hall.begin(Papers.SHEET);
    hall.act(new Action.Submit());
    assertEquals(Page.ACCEPTED, hall.page());
  }

  private SessionView.Copy copy() {
    return hall.view().accepted().copy();
  }

  @Test
  void printed_saidAndNeverTwice() throws DeskException {
    assertEquals(new SessionView.Copy("承诺书", SlipState.NOT_PRINTED, null), copy());
    hall.act(new Action.PrintCopy());
    assertEquals(new SessionView.Copy("承诺书", SlipState.PRINTED, null), copy());
    hall.act(new Action.PrintCopy());
    assertEquals(1, desk.copies.size());
    String sheet = ((PageDocument.Sheet) desk.copies.get(0)).slip().toString();
    assertTrue(sheet.contains("承诺书") && sheet.contains("标准县政务大厅"), sheet);
    assertTrue(sheet.contains(hall.view().accepted().number()), sheet);
  }

  @Test
  void notPrinted_saidWhyAndTheVerySameSheetAgain() throws DeskException {
    desk.end = PrintState.NOT_PRINTED;
    desk.fault = FaultCode.PAPER_OUT;
    hall.act(new Action.PrintCopy());
    assertEquals(new SessionView.Copy("承诺书", SlipState.FAILED, "PAPER_OUT"), copy());
    hall.desk.settled(hall.receipt(hall.view().accepted().transactionId()));
    desk.end = PrintState.PRINTED;
    hall.act(new Action.PrintCopy());
    assertEquals(SlipState.PRINTED, copy().state());
    assertEquals(desk.copies.get(0), desk.copies.get(1), "the new number makes no new sheet");
  }

  @Test
  void unknown_theCitizenIsAskedAndMayPrintAgainOnlyAfterNo() throws DeskException {
    desk.end = PrintState.ASK;
    hall.act(new Action.PrintCopy());
    assertEquals(SlipState.UNKNOWN, copy().state());
    hall.act(new Action.PrintCopy());
    assertEquals(1, desk.copies.size(), "not before an answer");
    hall.act(new Action.CopySeen(false));
    assertEquals(List.of("job-1 false CITIZEN"), desk.answers);
    assertEquals(SlipState.FAILED, copy().state());
    hall.act(new Action.PrintCopy());
    hall.act(new Action.CopySeen(true));
    assertEquals(SlipState.PRINTED, copy().state());
    assertThrows(DeskException.class, () -> hall.act(new Action.CopySeen(false)));
  }

  @Test
  void leftWithoutAnAnswer_theQuestionStaysForStaff() throws DeskException {
    desk.end = PrintState.ASK;
    hall.act(new Action.PrintCopy());
    hall.act(new Action.End());
    assertNull(hall.page());
    assertEquals(List.of(), desk.answers);
  }

  @Test
  void ledgerGone_neverOnItsOwn() throws DeskException {
    desk.refuse = PrintRefusedException.Reason.LEDGER_UNAVAILABLE;
    hall.act(new Action.PrintCopy());
    assertEquals(SlipState.FAILED, copy().state());
    hall.prints = Optional.empty();
    hall.act(new Action.PrintCopy());
    assertEquals(new SessionView.Copy("承诺书", SlipState.FAILED, "NO_DEVICE"), copy());
  }

  @Test
  void otherItems_haveNoSheet() throws DeskException {
    hall.act(new Action.End());
    hall.begin(Samples.WORDS);
    hall.act(new Action.Form(java.util.Map.of("phone", Samples.PHONE), false));
    hall.act(new Action.Submit());
    assertNull(copy());
    assertThrows(DeskException.class, () -> hall.act(new Action.PrintCopy()));
  }
}
