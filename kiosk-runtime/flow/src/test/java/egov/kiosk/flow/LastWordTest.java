package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.domain.inquiry.ProgressStage;
import egov.kiosk.domain.inquiry.Standing;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the platform told before, for when it cannot be asked. */
class LastWordTest {
  private static final Standing TOLD =
      new Standing(
          ProgressStage.SUPPLEMENT,
          Instant.parse("2026-11-21T07:04:31Z"),
          Instant.parse("2026-11-21T07:05:02Z"));

  @TempDir Path state;
  private final Asked platform = new Asked();
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
    hall.books = Optional.of(platform);
    hall.standings =
        Optional.of(number -> number.equals(Asked.NUMBER) ? Optional.of(TOLD) : Optional.empty());
  }

  private Page progress(String reference) throws DeskException {
    hall.begin(Asked.progress());
    hall.act(new Action.Form(Asked.numbers(reference), false));
    return hall.act(new Action.Submit());
  }

  @Test
  void noLine_lastWordShownWithItsTimeAndNothingElse() throws DeskException {
    hall.online = false;
    assertEquals(Page.RESULT, progress(Asked.NUMBER));
    SessionView.Result result = hall.view().result();
    assertEquals(
        new SessionView.Told(ProgressStage.SUPPLEMENT, "2026-11-21T15:04", "2026-11-21T15:05"),
        result.told());
    assertEquals(List.of(), result.rows());
    assertEquals(List.of(), result.wanted());
    assertFalse(result.supplement());
    assertEquals(0, hall.queue.transactions());
  }

  @Test
  void noAnswer_lastWordShown() throws DeskException {
    platform.refuses = InquiryException.Reason.NO_ANSWER;
    assertEquals(Page.RESULT, progress(Asked.NUMBER));
    assertEquals(ProgressStage.SUPPLEMENT, hall.view().result().told().stage());
    assertTrue(hall.records.of(AuditAction.INQUIRED).get(0).startsWith("failed"));
  }

  @Test
  void nothingTold_saidThatNobodyAnswers() throws DeskException {
    hall.online = false;
    assertEquals(Page.PROBLEM, progress("202611220000002"));
    assertEquals("NO_LINE", hall.view().problem().fault());
  }

  @Test
  void askedAgainFromTheLastWord_theAnswerTakesItsPlace() throws DeskException {
    hall.online = false;
    progress(Asked.NUMBER);
    assertEquals(Page.RESULT, hall.act(new Action.Submit()), "still nobody to ask");
    hall.online = true;
    platform.answer = Asked.MISSING;
    assertEquals(Page.RESULT, hall.act(new Action.Submit()));
    assertNull(hall.view().result().told());
    hall.act(new Action.Submit());
    assertEquals(1, platform.askings.size(), "an answer is not asked for twice");
  }

  @Test
  void answer_countsAlone() throws DeskException {
    platform.answer = Asked.MISSING;
    assertEquals(Page.RESULT, progress(Asked.NUMBER));
    assertNull(hall.view().result().told());
    assertEquals("等您补材料", hall.view().result().rows().get(0).value());
  }

  @Test
  void otherQuestions_neverAnsweredByIt() throws DeskException {
    hall.standings = Optional.of(number -> Optional.of(TOLD));
    hall.reader.card = Samples.card();
    platform.refuses = InquiryException.Reason.NO_ANSWER;
    hall.begin(Profiles.question());
    hall.act(new Action.Consent(true, "data-1"));
    assertEquals(Page.PROBLEM, hall.act(new Action.Submit()));
  }
}
