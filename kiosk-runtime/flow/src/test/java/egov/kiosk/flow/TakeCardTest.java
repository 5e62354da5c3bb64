package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.help.HelpCall;
import egov.kiosk.domain.help.HelpState;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class TakeCardTest {
  @TempDir Path state;
  private Hall hall;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("egov.kiosk.flow");

  @BeforeEach
  void open() {
    hall = new Hall(state);
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void close() {
    logger.detachAppender(log);
  }

  private long warnings() {
    return log.list.stream().filter(event -> event.getLevel() == Level.WARN).count();
  }

  @Test
  void cardLeft_pageStaysLockedAndStaffAreCalledOnce() throws DeskException {
    hall.walkTo(SessionState.TAKE_CARD);
    assertNull(hall.view().idle());
    assertTrue(hall.view().takeCard().present());
    hall.wait(29);
    assertEquals(0, warnings());
    hall.wait(120);
    assertEquals(2, warnings(), "the card, and the call");
    assertEquals(Page.TAKE_CARD, hall.page());
    assertThrows(DeskException.class, () -> hall.begin(Samples.GUIDE));
    assertEquals(Page.TAKE_CARD, hall.act(new Action.CardTaken()), "the reader knows better");
    hall.reader.card = null;
    assertNull(hall.act(new Action.CardTaken()));
  }

  @Test
  void cardLeft_ringsOnce_sayingWhereAndNothingOfThePerson_andEndsWithTheCard()
      throws DeskException {
    hall.walkTo(SessionState.TAKE_CARD);
    hall.wait(29);
    assertEquals(List.of(), hall.helpLine.taken);
    hall.wait(1);
    HelpCall told = hall.helpLine.last();
    assertEquals(HelpState.CALLING, told.state());
    assertEquals("take-card", told.page());
    assertEquals(Samples.PENSION.code(), told.item());
    assertFalse(told.toString().contains(Samples.NAME) || told.toString().contains(Samples.NUMBER));
    assertEquals(HelpState.CALLING, hall.desk.kiosk().help().state(), "the page can say so");
    // Nobody answers for half an hour: it is still the same call, and still stands.
    hall.wait(1_800);
    assertEquals(
        List.of(HelpState.CALLING, HelpState.UNANSWERED),
        hall.helpLine.taken.stream().map(HelpCall::state).toList());
    hall.reader.card = null;
    hall.wait(1);
    assertNull(hall.page());
    assertEquals(told.now(HelpState.CLOSED, hall.now), hall.helpLine.last());
    assertNull(hall.desk.kiosk().help());
    assertTrue(hall.records.of(AuditAction.HELP).toString().contains("card-left"));
  }

  @Test
  void cardLeft_whileSomebodyIsCalledAlready_ringsNoSecondTime() throws DeskException {
    hall.walkTo(SessionState.TAKE_CARD);
    hall.act(new Action.Help());
    hall.wait(60);
    assertEquals(1, hall.helpLine.taken.stream().map(HelpCall::id).distinct().count());
  }

  @Test
  void readerCannotTell_theCitizenIsBelieved() throws DeskException {
    hall.reader.presenceFault = FaultCode.NO_ANSWER;
    hall.walkTo(SessionState.TAKE_CARD);
    assertNull(hall.act(new Action.CardTaken()));
  }

  @Test
  void readerCannotTellAndNobodyAnswers_staffAreCalledAndTheKioskGoesOn() throws DeskException {
    hall.walkTo(SessionState.RATING);
    hall.withReader = false;
    hall.act(new Action.Rate(0));
    hall.wait(31);
    assertNull(hall.page());
    assertEquals(1, warnings());
  }

  @Test
  void exitOnAnyPage_cardIsWaitedForOnlyIfOneWasSeen() throws DeskException {
    hall.walkTo(SessionState.PLACE_CARD);
    assertNull(hall.act(new Action.End()));
    hall.walkTo(SessionState.CARD_PROBLEM);
    hall.reader.card = Samples.card();
    assertEquals(Page.TAKE_CARD, hall.act(new Action.End()));
    hall.reader.card = null;
    hall.wait(1);
    assertNull(hall.page());
  }

  @Test
  void cardTakenAlready_endsAtOnce() throws DeskException {
    hall.walkTo(SessionState.RATING);
    hall.reader.card = null;
    assertNull(hall.act(new Action.Rate(4)));
    assertEquals(4, hall.queue.ratings.get(0).level());
  }

  @Test
  void ratingNotQueued_holdsNobodyUp() throws DeskException {
    hall.walkTo(SessionState.RATING);
    hall.queue.refuse = OutboxException.Reason.FULL;
    assertEquals(Page.RATING_REASON, hall.act(new Action.Rate(1)));
    assertEquals(1, warnings());
    assertEquals(Page.TAKE_CARD, hall.act(new Action.RateReason(RatingReason.Code.DEVICE)));
    assertEquals(2, warnings());
  }

  @ParameterizedTest
  @CsvSource({"1, RATING_REASON", "2, RATING_REASON", "3, TAKE_CARD", "4, TAKE_CARD"})
  void lowRating_isQueuedAtOnce_thenAsksWhy(int level, Page page) throws DeskException {
    hall.walkTo(SessionState.RATING);
    assertEquals(page, hall.act(new Action.Rate(level)));
    assertEquals(level, hall.queue.ratings.get(0).level());
    assertTrue(hall.queue.reasons.isEmpty());
  }

  @Test
  void reason_isQueuedForTheRatedTransaction_once() throws DeskException {
    hall.walkTo(SessionState.RATING_REASON);
    String transaction = hall.view().accepted().transactionId();
    assertEquals(Page.TAKE_CARD, hall.act(new Action.RateReason(RatingReason.Code.TOO_SLOW)));
    assertThrows(
        DeskException.class, () -> hall.act(new Action.RateReason(RatingReason.Code.DEVICE)));
    assertEquals(1, hall.queue.ratings.size());
    assertEquals(
        List.of(RatingReason.Code.TOO_SLOW),
        hall.queue.reasons.stream().map(RatingReason::reason).toList());
    assertEquals(transaction, hall.queue.reasons.get(0).transactionId().value());
  }

  @Test
  void noReason_isAsGood() throws DeskException {
    hall.walkTo(SessionState.RATING_REASON);
    assertEquals(Page.TAKE_CARD, hall.act(new Action.RateReason(null)));
    assertTrue(hall.queue.reasons.isEmpty());
  }

  @Test
  void ratingOutOfRange_refused() throws DeskException {
    hall.walkTo(SessionState.RATING);
    for (int level : new int[] {-1, 6, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      DeskException refused =
          assertThrows(DeskException.class, () -> hall.act(new Action.Rate(level)));
      assertEquals(DeskException.Reason.FORM_REJECTED, refused.reason());
    }
    assertEquals(Page.RATING, hall.page());
  }
}
