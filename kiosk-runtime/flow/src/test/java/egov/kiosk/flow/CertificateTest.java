package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.inquiry.AnswerDocument;
import egov.kiosk.domain.inquiry.AnswerFile;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PrintRefusedException;
import egov.kiosk.domain.print.PrintState;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.CertificateState;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.desk.SessionView.SlipState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A certificate printed while the citizen waits (证照打印): the true one, once, or a word why not. */
class CertificateTest {
  @TempDir Path state;
  private final Issuing office = new Issuing();
  private final FakePrintDesk desk = new FakePrintDesk();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("egov.kiosk.flow");
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
    hall.books = Optional.of(office);
    hall.prints = Optional.of(desk);
    hall.pages = Optional.of(new IdlePagePrinter());
    hall.reader.card = Samples.card();
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
  }

  private Page asked() throws DeskException {
    hall.begin(Issuing.ITEM);
    hall.act(new Action.Consent(true, "data-1"));
    return hall.act(new Action.Submit());
  }

  private SessionView.Result result() {
    return hall.view().result();
  }

  private SlipState printed() throws DeskException {
    hall.act(new Action.PrintCopy());
    return result().copy().state();
  }

  @Test
  void found_shownAndPrintedOnceWhole() throws DeskException {
    assertEquals(Page.RESULT, asked());
    assertEquals(CertificateState.HERE, result().certificate());
    assertEquals(Issuing.NUMBER, result().rows().get(0).value());
    assertEquals(
        new SessionView.Copy("电子证照打印", "Licence", SlipState.NOT_PRINTED, null), result().copy());
    assertEquals(List.of(), desk.copies, "nothing by itself");
    assertEquals(SlipState.PRINTED, printed());
    assertEquals(SlipState.PRINTED, printed());
    assertEquals(1, desk.copies.size(), "once, however often it is pressed");
    assertEquals(2, desk.copies.get(0).pages());
    assertArrayEquals(office.pdf, desk.files.get(0));
    assertEquals(0, hall.queue.transactions());
  }

  @Test
  void question_isTheSameForEveryPart() throws DeskException {
    asked();
    assertEquals(2, office.askings.size());
    Asking further = office.askings.get(1);
    assertEquals(Asking.Purpose.INQUIRY, further.purpose());
    assertEquals(Map.of(AnswerDocument.PART, "1"), further.parameters());
    assertEquals(
        Samples.NUMBER, further.citizen().orElseThrow().shown().number().value(), "who it is for");
  }

  @Test
  void notFound_saidAndNothingToPrint() throws DeskException {
    office.known = false;
    assertEquals(Page.RESULT, asked());
    assertEquals(CertificateState.NONE, result().certificate());
    assertEquals(List.of(), result().rows());
    assertNull(result().copy());
    assertThrows(DeskException.class, () -> hall.act(new Action.PrintCopy()));
  }

  @Test
  void olderPlatform_answersRowsAlone_nothingToPrint() throws DeskException {
    hall.books = Optional.of((question, timeout) -> office.rows);
    asked();
    assertEquals(CertificateState.NONE, result().certificate());
    assertEquals(1, result().rows().size());
    assertNull(result().copy());
  }

  @Test
  void tooLarge_refusedWholeAndNoPartFetched() throws DeskException {
    office.said = new AnswerDocument(Asked.SM3, AnswerDocument.LARGEST + 1, 1);
    assertEquals(Page.RESULT, asked());
    assertEquals(CertificateState.TOO_LARGE, result().certificate());
    assertEquals(1, office.askings.size());
    assertNull(result().copy());
    assertThrows(DeskException.class, () -> hall.act(new Action.PrintCopy()));
  }

  @Test
  void digestWrong_neverShownNorPrinted() throws DeskException {
    office.said = new AnswerDocument(Asked.SM3, office.pdf.length, 2);
    assertEquals(Page.PROBLEM, asked());
    assertEquals("UNANSWERED", hall.view().problem().fault());
    assertNull(result());
    assertThrows(DeskException.class, () -> hall.act(new Action.PrintCopy()));
    office.said = null;
    assertEquals(Page.RESULT, hall.act(new Action.Submit()), "asked again");
    assertEquals(CertificateState.HERE, result().certificate());
  }

  @Test
  void lengthWrong_noPdf_orAPartMissing_notBelieved() throws DeskException {
    String sm3 = Issuing.describe(office.pdf, 2).sm3();
    office.said = new AnswerDocument(sm3, office.pdf.length - 1, 2);
    assertEquals(Page.PROBLEM, asked());
    hall.act(new Action.End());
    office.pdf = new byte[50];
    office.said = null;
    assertEquals(Page.PROBLEM, again());
    hall.act(new Action.End());
    office.pdf = Issuing.pdf(AnswerFile.LARGEST * 2);
    office.silentFrom = office.askings.size() + 1;
    assertEquals(Page.PROBLEM, again());
    assertEquals(List.of("submit", "leave-here", "help", "end"), hall.view().problem().actions());
  }

  private Page again() throws DeskException {
    hall.reader.card = null;
    hall.wait(4);
    hall.reader.card = Samples.card();
    return asked();
  }

  @Test
  void leftHere_handedIn_andNothingSaysThatItIsPrinted() throws DeskException {
    office.silentFrom = 0;
    assertEquals(Page.PROBLEM, asked());
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit(true)));
    assertEquals(1, hall.queue.transactions());
    assertNull(hall.view().accepted().copy());
    assertFalse(hall.view().item().answerIn().contains("当场"), hall.view().item().answerIn());
    hall.prints = Optional.empty();
    hall.act(new Action.Print());
    String slip = hall.printer.words();
    assertTrue(slip.contains("没有打印") && slip.contains("窗口"), slip);
    assertFalse(slip.contains("当场"), slip);
  }

  @Test
  void printerFault_saidWhy_andAgainTheSame() throws DeskException {
    asked();
    desk.end = PrintState.NOT_PRINTED;
    desk.fault = FaultCode.PAPER_OUT;
    assertEquals(SlipState.FAILED, printed());
    assertEquals("PAPER_OUT", result().copy().fault());
    desk.end = PrintState.PRINTED;
    assertEquals(SlipState.PRINTED, printed());
    assertArrayEquals(desk.files.get(0), desk.files.get(1));
  }

  @Test
  void unknown_theCitizenIsAskedFirst() throws DeskException {
    asked();
    desk.end = PrintState.ASK;
    assertEquals(SlipState.UNKNOWN, printed());
    assertEquals(SlipState.UNKNOWN, printed());
    assertEquals(1, desk.copies.size(), "not before an answer");
    hall.act(new Action.CopySeen(false));
    assertEquals(List.of("job-1 false CITIZEN"), desk.answers);
    desk.end = PrintState.PRINTED;
    assertEquals(SlipState.PRINTED, printed());
    assertEquals(2, desk.copies.size());
  }

  @Test
  void withoutALedger_nothingIsPrinted() throws DeskException {
    asked();
    desk.refuse = PrintRefusedException.Reason.LEDGER_UNAVAILABLE;
    assertEquals(SlipState.FAILED, printed());
    assertEquals(List.of(), desk.copies);
  }

  @Test
  void everyByte_isOverwrittenWithTheSession() throws DeskException {
    asked();
    List<byte[]> held = documents();
    assertEquals(1, held.size());
    hall.act(new Action.PrintCopy());
    assertArrayEquals(
        new byte[office.pdf.length], ((PageDocument.Pdf) desk.copies.get(0)).bytes(), "the job's");
    hall.act(new Action.End());
    assertArrayEquals(new byte[office.pdf.length], held.get(0), "the session's");
    assertEquals(List.of(), documents());
    office.sent.forEach(part -> assertArrayEquals(new byte[part.bytes().length], part.bytes()));
    List<String> texts = walk().textsFrom(hall.desk);
    assertFalse(texts.stream().anyMatch(text -> text.contains(Issuing.NUMBER)));
  }

  /** A job goes on when the citizen leaves, and has a document of its own. */
  @Test
  void leftWhilePrinting_thePageIsStillWhole() throws DeskException {
    asked();
    hall.desk.act(hall.id, new Action.PrintCopy());
    hall.desk.act(hall.id, new Action.End());
    hall.hands.workAll();
    assertArrayEquals(office.pdf, desk.files.get(0));
  }

  private List<byte[]> documents() {
    return walk().bytesFrom(hall.desk).stream()
        .filter(bytes -> bytes.length == office.pdf.length)
        .toList();
  }

  private ObjectWalk walk() {
    return new ObjectWalk(
        Set.of(hall, hall.hands, hall.queue, hall.records, office, office.rows, desk));
  }

  @Test
  void logsAndRecords_sayNothingOfIt() throws DeskException {
    asked();
    desk.end = PrintState.NOT_PRINTED;
    printed();
    office.said = new AnswerDocument(Asked.SM3, office.pdf.length, 2);
    hall.act(new Action.End());
    again();
    String said =
        log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"))
            + hall.records.of(AuditAction.INQUIRED)
            + hall.records.of(AuditAction.PRINTED);
    assertTrue(said.contains("NOT_BELIEVED"), said);
    for (String secret : List.of(Issuing.NUMBER, Samples.NUMBER, Samples.NAME, Asked.SM3)) {
      assertFalse(said.contains(secret), secret);
    }
  }

  @Test
  void itemWithoutThePagePrinter_isAppliedForAsEver() {
    assertFalse(Samples.CERTIFICATE.printedHere());
    assertTrue(Issuing.ITEM.printedHere());
  }
}
