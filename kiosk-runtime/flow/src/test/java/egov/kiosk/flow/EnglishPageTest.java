package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.ShownLanguage;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows when the citizen reads the pages in English. */
class EnglishPageTest {
  @TempDir Path state;
  private final List<Slip> kept = new ArrayList<>();
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
    hall.slips = Optional.of((id, slip, at) -> kept.add(slip));
  }

  private void shownIn(ShownLanguage language) throws DeskException {
    hall.desk.shownIn(hall.id, language);
  }

  private void refuseTheFaceInEnglish() throws DeskException {
    hall.walkTo(SessionState.FACE_CONSENT);
    shownIn(ShownLanguage.EN);
    hall.act(new Action.FaceConsent(false, "face-1"));
    hall.act(new Action.StaffCheck("S-7", Hall.PIN));
    hall.answerAll();
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
  }

  @Test
  void consent_saysInWhichLanguageItWasShown() throws DeskException {
    refuseTheFaceInEnglish();
    Map<ConsentPurpose, ShownLanguage> shown =
        hall.queue.sealed.get(0).consents().stream()
            .collect(Collectors.toMap(Consent::purpose, Consent::shownIn));
    assertEquals(
        Map.of(ConsentPurpose.DATA, ShownLanguage.ZH, ConsentPurpose.FACE, ShownLanguage.EN),
        shown);
  }

  @Test
  void slip_isEnglishAndNamesTheItemInBoth() throws DeskException {
    refuseTheFaceInEnglish();
    hall.act(new Action.Print());
    String words = hall.printer.words();
    assertTrue(words.contains("Receipt") && words.contains("Provisional number:"), words);
    assertTrue(words.contains(Samples.PENSION.nameEnglish() + " " + Samples.PENSION.name()), words);
    assertFalse(words.contains("办事回执") || words.contains("请收好"), words);
    assertTrue(hall.view().accepted().qr().startsWith("Provisional number "));
  }

  @Test
  void slip_isChineseAgainWhenThePageIs() throws DeskException {
    refuseTheFaceInEnglish();
    shownIn(ShownLanguage.ZH);
    hall.act(new Action.Print());
    assertTrue(hall.printer.words().contains("办事回执"), hall.printer.words());
  }

  @Test
  void sealedSlip_staysChinese() throws DeskException {
    refuseTheFaceInEnglish();
    hall.act(new Action.End());
    hall.work();
    assertEquals(1, kept.size());
    assertTrue(kept.get(0).toString().contains("办事回执"), kept.get(0).toString());
  }

  @Test
  void languageOfAnotherSession_refused() {
    assertThrows(DeskException.class, () -> hall.desk.shownIn("0".repeat(32), ShownLanguage.EN));
  }
}
