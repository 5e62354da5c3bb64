package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.citizen.ScoreBand;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class WholePathTest {
  @TempDir Path state;
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
  }

  @Test
  void verifiedItem_fromConsentToCardTaken() throws DeskException {
    SessionView first = hall.begin(Samples.PENSION);
    assertEquals(Page.CONSENT, first.page());
    assertEquals(32, first.id().length());
    assertEquals("data-1", first.consent().version());
    assertEquals(List.of(1, 5), List.of(first.step(), first.steps()));

    assertEquals(Page.PLACE_CARD, hall.act(new Action.Consent(true, "data-1")));
    assertEquals(SessionView.CardState.WAITING, hall.view().card().state());
    hall.reader.card = Samples.card();
    hall.wait(1);
    assertEquals(Page.FACE_CONSENT, hall.page());
    SessionView face = hall.view();
    assertEquals("张*", face.citizen().name());
    assertEquals("1101**********002X", face.citizen().number());
    assertEquals(310.0, face.card().readMillis());
    assertEquals(201.0, face.card().wireMillis());
    assertEquals("face-1", face.consent().version());
    assertEquals(3, face.step());

    assertEquals(Page.CAMERA, hall.act(new Action.FaceConsent(true, "face-1")));
    assertEquals(3, hall.view().camera().attemptsLeft());
    assertEquals(Page.FORM, hall.act(new Action.FaceStart()));
    assertEquals("PASS", hall.view().identity().outcome());
    assertEquals("VERY_HIGH", hall.view().identity().band());
    assertEquals(0, hall.faces.open.get(), "the camera is off again");
    assertEquals("张*", hall.view().form().questions().get(0).value());
    assertTrue(hall.view().form().questions().get(0).fromCard());

    hall.answerAll();
    assertEquals(Page.CONFIRM, hall.page());
    assertEquals(5, hall.view().step());
    assertEquals(
        List.of("证号=1101**********002X", "姓名=张*", "手机号=138****1234", "和谁住=自己住"),
        hall.view().review().stream().map(row -> row.label() + "=" + row.value()).toList());

    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    SessionView.Accepted accepted = hall.view().accepted();
    assertTrue(accepted.number().matches("[0-9]{12}"));
    assertFalse(accepted.official());
    assertEquals(SessionView.SlipState.NOT_PRINTED, accepted.slip());
    assertEquals(1, hall.queue.transactions());

    hall.act(new Action.Print());
    assertEquals(SessionView.SlipState.PRINTED, hall.view().accepted().slip());
    assertEquals(Page.RATING, hall.act(new Action.Continue()));
    assertEquals(Page.TAKE_CARD, hall.act(new Action.Rate(5)));
    assertEquals(5, hall.queue.ratings.get(0).level());
    assertEquals(accepted.transactionId(), hall.queue.ratings.get(0).transactionId().value());
    assertNull(hall.view().citizen());
    assertNull(hall.view().accepted());
    hall.wait(5);
    assertEquals(Page.TAKE_CARD, hall.page());
    hall.reader.card = null;
    hall.wait(1);
    assertNull(hall.page());
    assertEquals(Optional.empty(), hall.told.get(hall.told.size() - 1));
  }

  @Test
  void verifiedItem_transactionHoldsTheEvidence() throws DeskException {
    hall.walkTo(SessionState.ACCEPTED);
    Transaction transaction = hall.queue.sealed.get(0);
    assertEquals("350100-TEST-01", transaction.kioskId());
    assertEquals(hall.view().accepted().number(), transaction.localNumber().value());
    assertEquals(hall.now, transaction.acceptedAt());
    assertEquals(IdentityLevel.VERIFIED, transaction.citizen().orElseThrow().level());
    assertEquals(ScoreBand.VERY_HIGH, transaction.citizen().get().face().orElseThrow().band());
    assertEquals(
        List.of(ConsentPurpose.DATA, ConsentPurpose.FACE),
        transaction.consents().stream().map(consent -> consent.purpose()).toList());
    assertEquals(
        Map.of("name", Samples.NAME, "phone", Samples.PHONE, "living", "ALONE"),
        transaction.form().values());
  }

  @Test
  void cardItemWithoutQuestions_skipsFaceAndForm() throws DeskException {
    hall.reader.card = Samples.card();
    SessionView first = hall.begin(Samples.SENIOR);
    assertEquals(3, first.steps());
    assertEquals(Page.CONFIRM, hall.act(new Action.Consent(true, "data-1")));
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    Transaction transaction = hall.queue.sealed.get(0);
    assertEquals(IdentityLevel.CARD, transaction.citizen().orElseThrow().level());
    assertEquals(Map.of("name", Samples.NAME), transaction.form().values());
  }

  @Test
  void itemWithoutIdentity_needsNoCardAndNoCardIsWaitedFor() throws DeskException {
    assertEquals(Page.FORM, hall.begin(Samples.WORDS).page());
    assertEquals(Page.CONFIRM, hall.act(new Action.Form(Map.of("phone", Samples.PHONE), false)));
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    assertEquals(Optional.empty(), hall.queue.sealed.get(0).citizen());
    hall.act(new Action.Continue());
    assertNull(hall.act(new Action.Rate(0)));
    assertEquals(0, hall.reader.reads);
    assertTrue(hall.queue.ratings.isEmpty());
  }

  @Test
  void localItem_printsAndEndsWithNothingQueued() throws DeskException {
    SessionView view = hall.begin(Samples.GUIDE);
    assertEquals(Page.GUIDE, view.page());
    assertEquals("怎么办", view.guide().title());
    assertNull(view.accepted().transactionId());
    hall.act(new Action.Print());
    assertEquals(SessionView.SlipState.PRINTED, hall.view().accepted().slip());
    assertTrue(hall.printer.words().contains("第二段"));
    assertNull(hall.act(new Action.Continue()));
    assertTrue(hall.queue.queued.isEmpty());
  }

  @Test
  void back_keepsAnswersAndDoesNotAskAgainWhatIsKnown() throws DeskException {
    hall.walkTo(SessionState.CONFIRM);
    assertEquals(Page.FORM, hall.act(new Action.Back()));
    assertEquals(Samples.PHONE, hall.view().form().questions().get(1).value());
    assertEquals(Page.CONSENT, hall.act(new Action.Back()));
    assertEquals(Page.FORM, hall.act(new Action.Consent(true, "data-1")));
    assertEquals("ALONE", hall.view().form().questions().get(2).value());
    assertEquals(1, hall.reader.reads);
    assertEquals(1, hall.faces.comparisons);
  }

  @Test
  void restartAfterAcceptance_sessionIsGoneAndNumbersGoOn() throws DeskException {
    hall.walkTo(SessionState.ACCEPTED);
    final String number = hall.view().accepted().number();
    final String id = hall.id;
    Hall again = new Hall(state);
    DeskException refused =
        assertThrows(DeskException.class, () -> again.desk.act(id, new Action.Submit()));
    assertEquals(DeskException.Reason.NO_SESSION, refused.reason());
    assertEquals(0, again.queue.transactions());
    again.walkTo(SessionState.ACCEPTED);
    assertTrue(again.view().accepted().number().compareTo(number) > 0);
  }

  @Test
  void secondSession_refusedWhileOneIsOpen() throws DeskException {
    hall.begin(Samples.GUIDE);
    DeskException refused = assertThrows(DeskException.class, () -> hall.desk.begin("PENSION"));
    assertEquals(DeskException.Reason.SESSION_BUSY, refused.reason());
    assertNotNull(hall.desk.view(hall.id));
    hall.act(new Action.End());
    assertEquals(Page.CONSENT, hall.begin(Samples.PENSION).page());
  }

  @Test
  void unknownOrEndedId_sameAnswer() throws DeskException {
    hall.begin(Samples.GUIDE);
    String ended = hall.id;
    hall.act(new Action.End());
    for (String id : List.of(ended, "0".repeat(32), "", "../x")) {
      for (Executable call :
          List.<Executable>of(
              () -> hall.desk.view(id),
              () -> hall.desk.act(id, new Action.End()),
              () -> hall.desk.preview(id))) {
        DeskException refused = assertThrows(DeskException.class, call);
        assertEquals(DeskException.Reason.NO_SESSION, refused.reason());
      }
    }
  }
}
