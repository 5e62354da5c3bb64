package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.Liveness;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.domain.transaction.AgeLimits;
import egov.kiosk.domain.transaction.Verification;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an entry may ask for beyond the ordinary, as the citizen meets it. */
class ProfileTest {
  @TempDir Path state;
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
    hall.reader.card = Samples.card();
  }

  @Test
  void question_answeredAtOnceAndNothingHandedIn() throws DeskException {
    hall.walkTo(SessionState.RESULT);
    SessionView.Result result = hall.view().result();
    assertEquals(List.of(new SessionView.Result.Row("缴费", Profiles.SECRET)), result.rows());
    assertEquals("2026年11月20日", result.asOf());
    assertEquals(0, hall.queue.transactions());
    assertEquals(30_000, hall.view().idle().warnInMillis(), "personal data stands in the open");
    hall.act(new Action.Print());
    assertEquals(SessionView.SlipState.PRINTED, hall.view().result().slip());
    assertTrue(hall.printer.words().contains(Profiles.SECRET));
    assertEquals(Page.TAKE_CARD, hall.act(new Action.Continue()), "no transaction to rate");
    assertNull(hall.view().result());
  }

  @Test
  void question_booksSilent_saidSo() throws DeskException {
    hall.books =
        Optional.of(
            (question, timeout) -> {
              throw new InquiryException(InquiryException.Reason.NO_ANSWER, "as the test wants");
            });
    hall.begin(Profiles.question());
    hall.act(new Action.Consent(true, "data-1"));
    assertEquals(Page.PROBLEM, hall.act(new Action.Submit()));
    assertEquals(0, hall.queue.transactions(), "not without the citizen's word");
  }

  @Test
  void question_nobodyToAsk_handedIn() throws DeskException {
    hall.begin(Profiles.question());
    hall.act(new Action.Consent(true, "data-1"));
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    assertNull(hall.view().result());
  }

  @Test
  void question_booksHoldNothing_saidSo() throws DeskException {
    hall.books = Optional.of((question, timeout) -> new InquiryAnswer(List.of(), ""));
    hall.begin(Profiles.question());
    hall.act(new Action.Consent(true, "data-1"));
    assertEquals(Page.RESULT, hall.act(new Action.Submit()));
    assertEquals(List.of(), hall.view().result().rows());
  }

  @Test
  void staffAlone_noFaceIsAskedFor() throws DeskException {
    hall.begin(Profiles.verified(Verification.STAFF_ONLY));
    assertEquals(Page.ALTERNATIVE, hall.act(new Action.Consent(true, "data-1")));
    assertEquals(Page.CONSENT, hall.act(new Action.Back()));
    assertEquals(Page.ALTERNATIVE, hall.act(new Action.Consent(true, "data-1")));
    assertEquals(Page.PROBLEM, hall.act(new Action.StaffCheck("S-7", "000000")));
    hall.act(new Action.Back());
    assertEquals(Page.CONFIRM, hall.act(new Action.StaffCheck("S-7", HallPorts.PIN)));
    assertEquals(0, hall.faces.opens.get(), "no camera");
    assertEquals(300_000, hall.view().idle().warnInMillis(), "the entry's own time");
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Verification.class,
      names = {"LIVE_FACE_OR_STAFF", "CHALLENGED_FACE_OR_STAFF"})
  void signOfLifeAskedFor_faceAloneIsNotEnough(Verification way) throws DeskException {
    hall.begin(Profiles.verified(way));
    hall.act(new Action.Consent(true, "data-1"));
    hall.act(new Action.FaceConsent(true, "face-1"));
    assertEquals(Page.PROBLEM, hall.act(new Action.FaceStart()));
    assertEquals("FACE_NOT_LIVE", hall.view().problem().fault());
    assertFalse(hall.view().problem().actions().contains("face-start"));
    hall.act(new Action.OtherWay());
    assertEquals(Page.CONFIRM, hall.act(new Action.StaffCheck("S-7", HallPorts.PIN)));
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
  }

  @Test
  void noSignOfLife_triesAreLeftThenStaff() throws DeskException {
    hall.faces.liveness = Liveness.FAILED;
    hall.faces.score = 0.35;
    hall.begin(Profiles.verified(Verification.LIVE_FACE_OR_STAFF));
    hall.act(new Action.Consent(true, "data-1"));
    hall.act(new Action.FaceConsent(true, "face-1"));
    hall.act(new Action.FaceStart());
    assertEquals("FACE_NOT_LIVE", hall.view().problem().fault());
    assertEquals(2, hall.view().problem().attemptsLeft());
    assertEquals("other-way", hall.view().problem().actions().get(0));
    hall.act(new Action.FaceStart());
    hall.act(new Action.FaceStart());
    assertFalse(hall.view().problem().actions().contains("face-start"));
    assertEquals(Page.ALTERNATIVE, hall.act(new Action.OtherWay()));
  }

  @Test
  void challengeAskedFor_isDemandedAndPasses() throws DeskException {
    hall.faces.liveness = Liveness.PASSED;
    hall.begin(Profiles.verified(Verification.CHALLENGED_FACE_OR_STAFF));
    hall.act(new Action.Consent(true, "data-1"));
    hall.act(new Action.FaceConsent(true, "face-1"));
    assertEquals(Page.CONFIRM, hall.act(new Action.FaceStart()));
    assertEquals(FaceDemand.CHALLENGE, hall.faces.demand);
  }

  @Test
  void ageOutside_refusedInWordsAndAnotherCardMayCome() throws DeskException {
    hall.begin(Profiles.forAges(new AgeLimits(90, 150)));
    hall.act(new Action.Consent(true, "data-1"));
    assertEquals("AGE_OUTSIDE", hall.view().problem().fault());
    assertEquals("A-03", hall.view().problem().code());
    assertNull(hall.view().citizen());
    assertTrue(hall.reader.card.portrait().isEmpty(), "the portrait was wiped");
    hall.reader.card = Samples.ofNinety();
    assertEquals(Page.CONFIRM, hall.act(new Action.CardRetry()));
  }

  @Test
  void signOfLifeSeen_passes() throws DeskException {
    hall.faces.liveness = Liveness.PASSED;
    hall.begin(Profiles.verified(Verification.LIVE_FACE_OR_STAFF));
    hall.act(new Action.Consent(true, "data-1"));
    hall.act(new Action.FaceConsent(true, "face-1"));
    assertEquals(Page.CONFIRM, hall.act(new Action.FaceStart()));
  }

  @Test
  void payment_codeLeadsToTheCollectorWithTheNumber() throws DeskException {
    hall.begin(Profiles.payment());
    hall.act(new Action.Consent(true, "data-1"));
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    SessionView.Accepted early = hall.view().accepted();
    assertTrue(early.qr().startsWith("临时号"), "the collector does not know that number");
    hall.desk.settled(hall.receipt(early.transactionId()));
    SessionView.Accepted accepted = hall.view().accepted();
    assertEquals("https://pay.example/x?n=350102600012", accepted.qr());
    assertEquals("医保局", accepted.payee());
    hall.act(new Action.Print());
    assertTrue(hall.printer.words().contains("医保局"));
  }
}
