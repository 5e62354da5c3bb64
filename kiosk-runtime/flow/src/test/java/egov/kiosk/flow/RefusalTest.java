package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.Problem;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {
  @TempDir Path state;
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
  }

  private Problem problem() {
    assertEquals(Page.PROBLEM, hall.page());
    return hall.view().problem();
  }

  @Test
  void refusedConsent_showsOtherWaysAndKeepsNothing() throws DeskException {
    hall.walkTo(SessionState.FACE_CONSENT);
    hall.act(new Action.Back());
    hall.act(new Action.Consent(false, "data-1"));
    assertEquals("CONSENT_REFUSED", problem().fault());
    assertEquals(List.of("back", "help", "end"), problem().actions());
    assertNull(hall.view().citizen());
    assertEquals(Page.CONSENT, hall.act(new Action.Back()));
  }

  @Test
  void consentToOtherWording_refused() throws DeskException {
    hall.walkTo(SessionState.CONSENT);
    DeskException refused =
        assertThrows(DeskException.class, () -> hall.act(new Action.Consent(true, "data-0")));
    assertEquals(DeskException.Reason.WRONG_VERSION, refused.reason());
    assertEquals(Page.CONSENT, hall.page());
  }

  @Test
  void refusedFace_staffVouchAndItIsRecordedAsSuch() throws DeskException {
    hall.walkTo(SessionState.ALTERNATIVE);
    assertEquals(Page.FORM, hall.act(new Action.StaffCheck("S-7", Hall.PIN)));
    assertEquals("ALTERNATIVE", hall.view().identity().outcome());
    assertNull(hall.view().identity().band());
    hall.answerAll();
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    VerifiedCitizen citizen = hall.queue.sealed.get(0).citizen().orElseThrow();
    assertEquals("S-7", citizen.staff().orElseThrow().badge());
    assertTrue(citizen.face().isEmpty());
    assertEquals(0, hall.faces.comparisons);
  }

  @Test
  void impostor_threeTriesThenOnlyStaffAndNothingQueued() throws DeskException {
    hall.faces.score = 0.05;
    hall.walkTo(SessionState.CAMERA);
    hall.act(new Action.FaceStart());
    assertEquals("FACE_MISMATCH", problem().fault());
    assertEquals(2, problem().attemptsLeft());
    assertEquals("face-start", problem().actions().get(0));
    assertEquals("FAIL", hall.view().identity().outcome());
    assertEquals("LOW", hall.view().identity().band());
    hall.act(new Action.FaceStart());
    hall.act(new Action.FaceStart());
    assertEquals(0, problem().attemptsLeft());
    assertEquals(List.of("other-way", "help", "end"), problem().actions());
    assertThrows(DeskException.class, () -> hall.act(new Action.FaceStart()));
    assertEquals(3, hall.faces.comparisons);
    assertTrue(hall.queue.queued.isEmpty());
    assertTrue(hall.queue.sealed.isEmpty());

    hall.act(new Action.Back());
    hall.act(new Action.FaceConsent(true, "face-1"));
    assertEquals("FACE_MISMATCH", problem().fault());
    assertEquals(3, hall.faces.comparisons, "going back gives no further try");

    hall.act(new Action.OtherWay());
    assertEquals(Page.FORM, hall.act(new Action.StaffCheck("S-7", Hall.PIN)));
    assertEquals("ALTERNATIVE", hall.view().identity().outcome());
    assertEquals("LOW", hall.view().identity().band());
  }

  @Test
  void faceTooCloseToCall_aPersonDecides() throws DeskException {
    hall.faces.score = 0.35;
    hall.walkTo(SessionState.LOOKING);
    hall.work();
    assertEquals("FACE_REVIEW", problem().fault());
    assertEquals("other-way", problem().actions().get(0));
    assertEquals("REVIEW", hall.view().identity().outcome());
  }

  @Test
  void withdrawnFace_comparisonIsForgotten() throws DeskException {
    hall.walkTo(SessionState.FACE_PROBLEM);
    hall.act(new Action.Back());
    hall.act(new Action.FaceConsent(false, "face-1"));
    assertEquals(Page.ALTERNATIVE, hall.page());
    assertNull(hall.view().identity());
    hall.act(new Action.StaffCheck("S-7", Hall.PIN));
    hall.answerAll();
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    assertTrue(hall.queue.sealed.get(0).citizen().orElseThrow().face().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(FaceUnavailableException.Reason.class)
  void noComparison_theOtherWayIsOffered(FaceUnavailableException.Reason reason)
      throws DeskException {
    hall.faces.unavailable = reason;
    hall.walkTo(SessionState.LOOKING);
    hall.work();
    String fault =
        switch (reason) {
          case NO_PACK -> "FACE_UNAVAILABLE";
          case NO_LIVE_FACE -> "FACE_NOT_SEEN";
          case NO_PORTRAIT, NO_FACE_ON_CARD -> "CARD_PICTURE";
          case NO_CAMERA -> "FACE_CAMERA";
          case NO_LIVENESS -> "LIVENESS_UNAVAILABLE";
          case NO_INFRARED -> "INFRARED_UNAVAILABLE";
        };
    assertEquals(fault, problem().fault());
    assertEquals("other-way", problem().actions().get(0));
    boolean again =
        reason == FaceUnavailableException.Reason.NO_LIVE_FACE
            || reason == FaceUnavailableException.Reason.NO_CAMERA;
    assertEquals(again, problem().actions().contains("face-start"));
    assertEquals(Page.ALTERNATIVE, hall.act(new Action.OtherWay()));
  }

  @Test
  void cameraGone_theOtherWayIsOffered() throws DeskException {
    hall.faces.cameraLost = true;
    hall.walkTo(SessionState.LOOKING);
    hall.work();
    assertEquals("FACE_CAMERA", problem().fault());
    hall.withCamera = false;
    hall.act(new Action.Back());
    hall.act(new Action.FaceConsent(true, "face-1"));
    assertEquals("FACE_CAMERA", problem().fault());
  }

  @Test
  void wrongPins_lockoutIsTheDoorsAndCitizensGoOn() throws DeskException {
    hall.walkTo(SessionState.ALTERNATIVE);
    for (int left = 4; left >= 0; left--) {
      hall.act(new Action.StaffCheck(left % 2 == 0 ? "S-7" : "S-8", "111111"));
      assertEquals("STAFF_REFUSED", problem().fault());
      assertEquals(left, problem().attemptsLeft());
      assertEquals(Page.ALTERNATIVE, hall.act(new Action.OtherWay()));
    }
    hall.act(new Action.StaffCheck("S-7", Hall.PIN));
    assertEquals("STAFF_REFUSED", problem().fault());
    hall.act(new Action.End());
    hall.reader.card = null;
    hall.wait(2);
    hall.walkTo(SessionState.ALTERNATIVE);
    hall.act(new Action.StaffCheck("S-7", Hall.PIN));
    assertEquals("STAFF_REFUSED", problem().fault(), "still locked in the next session");
    hall.act(new Action.OtherWay());
    hall.act(new Action.Back());
    hall.act(new Action.FaceConsent(true, "face-1"));
    assertEquals(Page.FORM, hall.act(new Action.FaceStart()), "the citizen is not locked out");
    hall.act(new Action.End());
    hall.reader.card = null;
    hall.wait(2);
    hall.staff.wrong = 0;
    hall.walkTo(SessionState.ALTERNATIVE);
    assertEquals(Page.FORM, hall.act(new Action.StaffCheck("S-7", Hall.PIN)));
  }

  @Test
  void staffCannotSignIn_citizenIsToldToCallAndGoesOnOtherwise() throws DeskException {
    hall.staff.refusal = egov.kiosk.domain.access.AccessException.Reason.UNAVAILABLE;
    hall.walkTo(SessionState.ALTERNATIVE);
    hall.act(new Action.StaffCheck("S-7", Hall.PIN));
    assertEquals("STAFF_REFUSED", problem().fault());
    assertEquals(0, problem().attemptsLeft());
    hall.act(new Action.OtherWay());
    hall.act(new Action.Back());
    hall.act(new Action.FaceConsent(true, "face-1"));
    assertEquals(Page.FORM, hall.act(new Action.FaceStart()));
  }

  @Test
  void badgeThatCannotBeOne_answeredAsOneNobodyHas() throws DeskException {
    hall.walkTo(SessionState.ALTERNATIVE);
    hall.act(new Action.StaffCheck("350100199001011234", Hall.PIN));
    assertEquals("STAFF_REFUSED", problem().fault());
    assertEquals(4, problem().attemptsLeft());
  }
}
