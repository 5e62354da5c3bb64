package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.view.Masks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions to the platform: what comes, what does not, and what is brought afterwards. */
class InquiryTest {
  @TempDir Path state;
  private final Asked platform = new Asked();
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
    hall.books = Optional.of(platform);
    hall.reader.card = Samples.card();
  }

  private Page progress(String reference) throws DeskException {
    hall.begin(Asked.progress());
    hall.act(new Action.Form(Asked.numbers(reference), false));
    return hall.act(new Action.Submit());
  }

  @Test
  void progress_askedByNumberAndPhone_shownAndNothingQueued() throws DeskException {
    platform.answer = Asked.MISSING;
    assertEquals(Page.RESULT, progress(Asked.NUMBER));
    Asking asked = platform.askings.get(0);
    assertEquals(Asking.Purpose.PROGRESS, asked.purpose());
    assertEquals(Asked.numbers(Asked.NUMBER), asked.parameters());
    assertEquals(0, hall.queue.transactions());
    assertEquals("户口簿", hall.view().result().wanted().get(0).label());
    assertTrue(hall.view().result().supplement());
  }

  /** D09: what is nobody's number never leaves the kiosk, or not even the form. */
  @ParameterizedTest
  @ValueSource(strings = {"------", "%", "_", "*", "", " ", "0", "000000000000000"})
  void progress_attackNumbers_neverAsked(String attack) throws DeskException {
    platform.answer = Asked.MISSING;
    hall.begin(Asked.progress());
    Action.Form form = new Action.Form(Asked.numbers(attack), false);
    if (attack.matches("0+")) {
      hall.act(form);
      assertEquals(Page.RESULT, hall.act(new Action.Submit()));
      assertEquals(List.of(), hall.view().result().rows());
    } else {
      assertThrows(DeskException.class, () -> hall.act(form));
    }
    assertEquals(List.of(), platform.askings);
  }

  @Test
  void result_sensitiveValue_maskedAndPlainForFiveSecondsOnly() throws DeskException {
    platform.answer = Asked.MISSING;
    progress(Asked.NUMBER);
    assertEquals("622****2222", hall.view().result().rows().get(1).value());
    hall.act(new Action.Reveal());
    assertEquals("6222000011112222", hall.view().result().rows().get(1).value());
    hall.wait(4);
    assertTrue(hall.view().result().revealed());
    hall.wait(1);
    assertEquals("622****2222", hall.view().result().rows().get(1).value());
  }

  @Test
  void noAnswer_saidSoWithOtherWays_nothingQueuedByItself() throws DeskException {
    platform.refuses = InquiryException.Reason.NO_ANSWER;
    assertEquals(Page.PROBLEM, progress(Asked.NUMBER));
    assertEquals("UNANSWERED", hall.view().problem().fault());
    assertEquals(List.of("submit", "help", "end"), hall.view().problem().actions());
    assertEquals(0, hall.queue.transactions());
    platform.refuses = null;
    platform.answer = Asked.MISSING;
    assertEquals(Page.RESULT, hall.act(new Action.Submit()), "asked again");
  }

  @Test
  void noLine_notEvenTried() throws DeskException {
    hall.online = false;
    assertEquals(Page.PROBLEM, progress(Asked.NUMBER));
    assertEquals("NO_LINE", hall.view().problem().fault());
    assertEquals(List.of(), platform.askings);
  }

  @Test
  void question_leftHere_handedInLikeAnyOther() throws DeskException {
    platform.refuses = InquiryException.Reason.UNAVAILABLE;
    hall.begin(Profiles.question());
    hall.act(new Action.Consent(true, "data-1"));
    assertEquals(Page.PROBLEM, hall.act(new Action.Submit()));
    assertTrue(hall.view().problem().actions().contains("leave-here"));
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit(true)));
    assertEquals(1, hall.queue.transactions());
  }

  @Test
  void progress_cannotBeLeftHere() throws DeskException {
    platform.refuses = InquiryException.Reason.NO_ANSWER;
    progress(Asked.NUMBER);
    assertEquals(Page.PROBLEM, hall.act(new Action.Submit(true)));
    assertEquals(0, hall.queue.transactions());
  }

  @Test
  void answer_isGoneWithTheSession() throws DeskException {
    platform.answer = Asked.MISSING;
    progress(Asked.NUMBER);
    hall.act(new Action.End());
    List<String> left =
        new ObjectWalk(Set.of(hall, hall.hands, hall.queue, hall.records, platform))
            .textsFrom(hall.desk);
    assertFalse(left.stream().anyMatch(text -> text.contains("62220000") || text.contains("补材料")));
  }

  @Test
  void missingPaper_broughtAndBoundByItsNumber() throws DeskException {
    platform.answer = Asked.MISSING;
    progress(Asked.NUMBER);
    assertEquals(Page.MATERIALS, hall.act(new Action.Supplement()));
    assertEquals(Page.RESULT, hall.act(new Action.Back()), "back to what is missing");
    assertEquals(1, platform.askings.size(), "without asking again");
    hall.act(new Action.Supplement());
    assertEquals("register", hall.view().materials().list().get(0).id());
    assertThrows(DeskException.class, () -> hall.act(new Action.Continue()), "not without it");
  }

  @Test
  void missingPaper_noCamera_notOffered() throws DeskException {
    platform.answer = Asked.MISSING;
    hall.withDocuments = false;
    progress(Asked.NUMBER);
    assertFalse(hall.view().result().supplement());
    assertThrows(DeskException.class, () -> hall.act(new Action.Supplement()));
  }

  @Test
  void masks_hideTheMiddleOfEveryLength() {
    Map<String, String> masks =
        Map.of(
            "",
            "",
            "甲",
            "甲*",
            "甲乙",
            "甲*",
            "甲乙丙",
            "甲****",
            "13800001234",
            "138****1234",
            "𠮷野家",
            "𠮷****");
    masks.forEach((plain, masked) -> assertEquals(masked, Masks.of(plain)));
    SessionView.Result.Row row = new SessionView.Result.Row("a", Masks.of("12345678"));
    assertEquals("123****5678", row.value());
    assertEquals(InquiryAnswer.NOTHING, platform.answer);
  }
}
