package egov.kiosk.printledger;

import static egov.kiosk.printledger.ScriptedPages.progress;
import static egov.kiosk.printledger.ScriptedPages.uncounted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PageProgress;
import egov.kiosk.domain.print.PageProgress.Stage;
import egov.kiosk.domain.print.PrintJob;
import egov.kiosk.domain.print.PrintRefusedException;
import egov.kiosk.domain.print.PrintRefusedException.Reason;
import egov.kiosk.domain.print.PrintState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every end a copy can have: printed, not printed, or a question. */
class CopyTest {
  @TempDir Path directory;
  private Bench bench;
  private final ScriptedPages printer = new ScriptedPages();

  @BeforeEach
  void open() throws IOException {
    bench = new Bench(directory.resolve("ledger")).with(printer);
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  private PrintJob print() throws PrintRefusedException {
    return bench.desk.copy(Bench.TRANSACTION, Bench.COPY, Bench.TIMEOUT);
  }

  private void ends(PrintState state, FaultCode fault) throws PrintRefusedException {
    PrintJob job = print();
    assertEquals(state, job.state());
    assertEquals(Optional.ofNullable(fault), job.fault());
    assertEquals(state == PrintState.ASK, bench.desk.asking().contains(job));
  }

  private Reason refusal() {
    return assertThrows(PrintRefusedException.class, this::print).reason();
  }

  @Test
  void goodPrinter_isPrintedOnceAndForgotten() throws Exception {
    printer.says(
        progress(Stage.WAITING, 0), progress(Stage.PRINTING, 1), progress(Stage.COMPLETED, 2));
    ends(PrintState.PRINTED, null);
    assertEquals(1, printer.forgotten);
    assertEquals(Reason.ALREADY_PRINTED, refusal());
    assertEquals(1, printer.sent.size());
  }

  @Test
  void anotherDocumentOfTheSameTransaction_isPrinted() throws Exception {
    printer.says(progress(Stage.COMPLETED, 2));
    print();
    bench.desk.copy(Bench.TRANSACTION, new PageDocument.Pdf(new byte[] {1}, 1), Bench.TIMEOUT);
    assertEquals(2, printer.sent.size());
  }

  @Test
  void paperOutBefore_nothingIsSentAndItMayBeTriedAgain() throws Exception {
    printer.faults = Set.of(FaultCode.PAPER_OUT);
    ends(PrintState.NOT_PRINTED, FaultCode.PAPER_OUT);
    assertEquals(0, printer.sent.size());
    printer.faults = Set.of();
    printer.says(progress(Stage.COMPLETED, 2));
    ends(PrintState.PRINTED, null);
  }

  @Test
  void coverOpen_isNamedBeforeThePaperItHides() throws Exception {
    printer.faults = Set.of(FaultCode.PAPER_OUT, FaultCode.COVER_OPEN);
    ends(PrintState.NOT_PRINTED, FaultCode.COVER_OPEN);
  }

  @Test
  void noPrinter_isNotPrinted() throws Exception {
    bench.pages = Optional.empty();
    ends(PrintState.NOT_PRINTED, FaultCode.NO_DEVICE);
  }

  @Test
  void silentPrinter_isNotPrinted() throws Exception {
    printer.askFault = FaultCode.NO_ANSWER;
    ends(PrintState.NOT_PRINTED, FaultCode.NO_ANSWER);
  }

  @Test
  void refusedByThePrinter_isNotPrinted() throws Exception {
    printer.sendFault = FaultCode.PROTOCOL_ERROR;
    ends(PrintState.NOT_PRINTED, FaultCode.PROTOCOL_ERROR);
  }

  @Test
  void answerToSendingLost_jobIsFoundByItsName() throws Exception {
    printer.sendFault = FaultCode.PRINT_UNKNOWN;
    printer.says(progress(Stage.COMPLETED, 2));
    ends(PrintState.PRINTED, null);
  }

  @Test
  void answerToSendingLostAndUnknownToThePrinter_asks() throws Exception {
    printer.sendFault = FaultCode.PRINT_UNKNOWN;
    printer.remembers = false;
    ends(PrintState.ASK, FaultCode.PRINT_UNKNOWN);
    assertEquals(Reason.ASK_FIRST, refusal());
  }

  @Test
  void paperOutInTheMiddleAndRefilled_isPrinted() throws Exception {
    printer.says(
        progress(Stage.PRINTING, 1),
        progress(Stage.STOPPED, 1, FaultCode.PAPER_OUT),
        progress(Stage.PRINTING, 1),
        progress(Stage.COMPLETED, 2));
    ends(PrintState.PRINTED, null);
  }

  @Test
  void paperOutInTheMiddleForGood_isCalledBackAndAsks() throws Exception {
    printer.says(progress(Stage.STOPPED, 1, FaultCode.PAPER_OUT));
    printer.afterCancel = progress(Stage.CANCELED, 1, FaultCode.PAPER_OUT);
    ends(PrintState.ASK, FaultCode.PAPER_OUT);
    assertTrue(printer.canceled);
  }

  @Test
  void paperOutBeforeTheFirstSheet_isCalledBackAndNotPrinted() throws Exception {
    printer.says(progress(Stage.STOPPED, 0, FaultCode.PAPER_OUT));
    printer.afterCancel = progress(Stage.CANCELED, 0, FaultCode.PAPER_OUT);
    ends(PrintState.NOT_PRINTED, FaultCode.PAPER_OUT);
  }

  @Test
  void jamInTheMiddle_asksEvenIfThePrinterCountsNothing() throws Exception {
    printer.says(progress(Stage.ABORTED, 0, FaultCode.PAPER_JAM));
    ends(PrintState.ASK, FaultCode.PAPER_JAM);
  }

  @Test
  void goneAndBack_isFollowedToItsEnd() throws Exception {
    printer.says(
        FaultCode.NO_DEVICE,
        FaultCode.NO_DEVICE,
        FaultCode.NO_ANSWER,
        progress(Stage.COMPLETED, 2));
    ends(PrintState.PRINTED, null);
  }

  @Test
  void goneForGood_asks() throws Exception {
    printer.says(FaultCode.NO_DEVICE);
    printer.afterCancel = progress(Stage.GONE, 0);
    ends(PrintState.ASK, FaultCode.PRINT_UNKNOWN);
  }

  @Test
  void backWithoutAMemory_asks() throws Exception {
    printer.says(FaultCode.NO_DEVICE, uncounted(Stage.GONE));
    ends(PrintState.ASK, FaultCode.PRINT_UNKNOWN);
  }

  @Test
  void liarSaysCompletedWithTooFewSheets_asks() throws Exception {
    printer.says(progress(Stage.COMPLETED, 1));
    ends(PrintState.ASK, FaultCode.CONTRADICTION);
  }

  @Test
  void liarSaysCompletedWithoutPaper_asks() throws Exception {
    printer.says(uncounted(Stage.COMPLETED, FaultCode.PAPER_OUT));
    ends(PrintState.ASK, FaultCode.PAPER_OUT);
  }

  @Test
  void completedWithErrors_asks() throws Exception {
    printer.says(new PageProgress(Stage.COMPLETED, OptionalInt.of(2), true, Set.of()));
    ends(PrintState.ASK, FaultCode.CONTRADICTION);
  }

  @Test
  void lastSheetUsedUpThePaper_isPrinted() throws Exception {
    printer.says(progress(Stage.COMPLETED, 2, FaultCode.PAPER_OUT));
    ends(PrintState.PRINTED, null);
  }

  @Test
  void answerNothingCame_allowsOneMore() throws Exception {
    printer.says(progress(Stage.COMPLETED, 1));
    PrintJob asked = print();
    PrintJob answered = bench.desk.answer(asked.id(), false, Actor.STAFF);
    assertEquals(Actor.STAFF, answered.answer().orElseThrow().by());
    printer.looks.clear();
    printer.says(progress(Stage.COMPLETED, 2));
    ends(PrintState.PRINTED, null);
    assertEquals(2, printer.sent.size());
  }

  @Test
  void answerPaperCame_isThelastWord() throws Exception {
    printer.says(progress(Stage.COMPLETED, 1));
    PrintJob asked = print();
    bench.desk.answer(asked.id(), true, Actor.CITIZEN);
    assertEquals(Reason.ALREADY_PRINTED, refusal());
    PrintRefusedException second =
        assertThrows(
            PrintRefusedException.class,
            () -> bench.desk.answer(asked.id(), false, Actor.TECHNICIAN));
    assertEquals(Reason.ANSWERED_BEFORE, second.reason());
    assertEquals(0, bench.desk.asking().size());
  }

  @Test
  void answerToAJobThatAsksNothing_isRefused() throws Exception {
    printer.says(progress(Stage.COMPLETED, 2));
    String printed = print().id();
    for (String id : new String[] {printed, "", "x", "0".repeat(32)}) {
      assertEquals(
          Reason.NOTHING_TO_ANSWER,
          assertThrows(PrintRefusedException.class, () -> bench.desk.answer(id, false, Actor.STAFF))
              .reason());
    }
  }

  @Test
  void interruptedWhileFollowing_asksAndKeepsTheInterrupt() throws Exception {
    printer.says(progress(Stage.PRINTING, 1));
    bench.close();
    try (LedgerDesk desk =
        LedgerDesk.open(
            directory.resolve("ledger"),
            java.time.Duration.ofDays(1),
            new LedgerDesk.Devices(Optional::empty, () -> Optional.of(printer)),
            Bench.HASH,
            java.time.Instant::now)) {
      Thread.currentThread().interrupt();
      PrintJob job = desk.copy(Bench.TRANSACTION, Bench.COPY, Bench.TIMEOUT);
      assertTrue(Thread.interrupted(), "the interrupt is the caller's");
      assertEquals(PrintState.ASK, job.state());
      assertEquals(1, desk.asking().size());
    }
    bench = new Bench(directory.resolve("ledger"));
    assertEquals(1, bench.desk.asking().size());
  }
}
