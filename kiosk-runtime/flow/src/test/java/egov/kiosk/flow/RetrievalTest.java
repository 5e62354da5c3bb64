package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.domain.transaction.LicenceProof;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.QuestionView;
import egov.kiosk.flow.view.Masks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the government knows already: asked once, only when agreed to, masked, correctable. */
class RetrievalTest {
  @TempDir Path state;
  private final Asked platform = new Asked();
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
    hall.books = Optional.of(platform);
    hall.reader.card = Samples.card();
    platform.answer = Asked.KNOWN;
  }

  private Page upToTheQuestion() throws DeskException {
    hall.begin(Asked.retrieval());
    return hall.act(new Action.Consent(true, "data-1"));
  }

  private Page fetched() throws DeskException {
    upToTheQuestion();
    return hall.act(new Action.RetrievalConsent(true, "fetch-1"));
  }

  private QuestionView phone() {
    return hall.view().form().questions().get(0);
  }

  @Test
  void agreed_askedOnceWithConsent_formFilledAndMasked() throws DeskException {
    assertEquals(Page.RETRIEVAL_CONSENT, upToTheQuestion());
    assertEquals(List.of(), platform.askings, "nothing before the citizen agreed");
    assertEquals(Page.FORM, hall.act(new Action.RetrievalConsent(true, "fetch-1")));
    Asking asked = platform.askings.get(0);
    assertEquals(Asking.Purpose.RETRIEVAL, asked.purpose());
    assertEquals(Map.of("fields", "phone", "licences", "household-register"), asked.parameters());
    assertTrue(
        asked.consents().stream()
            .anyMatch(one -> one.purpose() == ConsentPurpose.RETRIEVAL && one.given()));
    assertTrue(phone().fromPlatform());
    assertEquals(Masks.of(Samples.PHONE), phone().value());
  }

  @Test
  void filledIn_shownForFiveSeconds_thenMaskedAgain() throws DeskException {
    fetched();
    hall.act(new Action.Reveal());
    assertEquals(Samples.PHONE, phone().value());
    hall.wait(5);
    assertEquals(Masks.of(Samples.PHONE), phone().value());
  }

  @Test
  void filledIn_keptOrCorrected_whatTheCitizenSaysCounts() throws DeskException {
    fetched();
    assertEquals(Page.MATERIALS, hall.act(new Action.Form(Map.of(), false)));
    hall.act(new Action.Back());
    hall.act(new Action.Form(Map.of("phone", "13900009999"), true));
    assertFalse(phone().fromPlatform());
    assertEquals("13900009999", phone().value(), "one's own answer is not masked");
  }

  @Test
  void licence_standsForThePaper_digestInTheTransaction() throws DeskException {
    fetched();
    hall.act(new Action.Form(Map.of(), false));
    var licence = hall.view().materials().list().get(0).licence();
    assertTrue(licence.used());
    assertEquals("350****2233", licence.number());
    assertEquals(Page.CONFIRM, hall.act(new Action.Continue()));
    assertTrue(hall.view().review().stream().anyMatch(row -> row.value().equals("用电子证照")));
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    Transaction made = hall.queue.sealed.get(0);
    assertEquals(
        List.of(new LicenceProof("register", "household-register", Asked.SM3)),
        made.enclosed().licences());
    assertEquals(List.of(), made.enclosed().enclosures());
  }

  @Test
  void licence_notWanted_paperIsAskedFor() throws DeskException {
    fetched();
    hall.act(new Action.Form(Map.of(), false));
    hall.act(new Action.UseLicence("register", false));
    assertFalse(hall.view().materials().list().get(0).licence().used());
    assertThrows(DeskException.class, () -> hall.act(new Action.Continue()));
    hall.act(new Action.UseLicence("register", true));
    assertEquals(Page.CONFIRM, hall.act(new Action.Continue()));
  }

  @Test
  void refused_nothingAsked_onByHand() throws DeskException {
    upToTheQuestion();
    assertEquals(Page.FORM, hall.act(new Action.RetrievalConsent(false, "fetch-1")));
    assertEquals(List.of(), platform.askings);
    assertEquals("", phone().value());
    hall.act(new Action.Form(Map.of("phone", Samples.PHONE), false));
    assertNull(hall.view().materials().list().get(0).licence());
    assertThrows(DeskException.class, () -> hall.act(new Action.UseLicence("register", true)));
  }

  @Test
  void noAnswerOrNoLineOrNobody_onByHandWithoutTheQuestion() throws DeskException {
    platform.refuses = InquiryException.Reason.NO_ANSWER;
    assertEquals(Page.FORM, fetched());
    assertEquals("", phone().value());
    hall.act(new Action.End());
    hall.reader.card = null;
    hall.wait(3);
    hall.reader.card = Samples.card();
    hall.online = false;
    assertEquals(Page.FORM, upToTheQuestion(), "no line: not even asked whether");
  }

  @Test
  void waitingIsNotNeeded_lateAnswerIsDropped() throws DeskException {
    upToTheQuestion();
    hall.desk.act(hall.id, new Action.RetrievalConsent(true, "fetch-1"));
    assertEquals(Page.RETRIEVING, hall.page());
    hall.hands.keepCancelled = true;
    hall.desk.act(hall.id, new Action.Continue());
    assertEquals(Page.FORM, hall.page());
    hall.work();
    assertEquals("", phone().value());
  }

  @Test
  void wrongVersion_refused() throws DeskException {
    upToTheQuestion();
    assertThrows(DeskException.class, () -> hall.act(new Action.RetrievalConsent(true, "fetch-0")));
  }
}
