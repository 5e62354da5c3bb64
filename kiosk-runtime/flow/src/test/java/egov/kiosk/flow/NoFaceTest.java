package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.ConsentAnswer;
import egov.kiosk.domain.citizen.ConsentGiver;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attack test I08: without consent no camera is opened, and the equal way goes to the end. */
class NoFaceTest {
  @TempDir Path state;
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
  }

  private Transaction byStaffToTheEnd() throws DeskException {
    assertEquals(Page.ALTERNATIVE, hall.page());
    assertEquals(Page.FORM, hall.act(new Action.StaffCheck("S-7", Hall.PIN)));
    hall.answerAll();
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    return hall.queue.sealed.get(0);
  }

  private static Map<ConsentPurpose, Consent> byPurpose(Transaction transaction) {
    return transaction.consents().stream()
        .collect(java.util.stream.Collectors.toMap(Consent::purpose, consent -> consent));
  }

  @Test
  void i08_faceRefused_cameraStaysShutAndTheEqualWayEnds() throws DeskException {
    hall.walkTo(SessionState.FACE_CONSENT);
    hall.act(new Action.FaceConsent(false, "face-1"));
    Transaction transaction = byStaffToTheEnd();
    assertEquals(0, hall.faces.opens.get());
    assertEquals(ConsentAnswer.REFUSED, byPurpose(transaction).get(ConsentPurpose.FACE).answer());
    assertEquals(List.of("done [DATA]", "refused [FACE]"), hall.records.of(AuditAction.CONSENT));
  }

  @Test
  void i08_otherWayWithoutAnAnswer_cameraStaysShut() throws DeskException {
    hall.walkTo(SessionState.FACE_CONSENT);
    hall.act(new Action.OtherWay());
    assertFalse(byPurpose(byStaffToTheEnd()).containsKey(ConsentPurpose.FACE));
    assertEquals(0, hall.faces.opens.get());
  }

  @Test
  void i08_dataRefused_neitherReaderNorCamera() throws DeskException {
    hall.walkTo(SessionState.CONSENT_REFUSED);
    assertEquals(0, hall.reader.reads);
    assertEquals(0, hall.faces.opens.get());
    assertEquals(List.of("refused [DATA]"), hall.records.of(AuditAction.CONSENT));
  }

  @Test
  void i08_underFourteen_noCameraAndAGuardianBeforeStaff() throws DeskException {
    hall.walkTo(SessionState.GUARDIAN);
    assertEquals("GUARDIAN_NEEDED", hall.view().problem().fault());
    assertTrue(hall.view().citizen().child());
    for (Action action : List.of(new Action.FaceConsent(true, "face-1"), new Action.FaceStart())) {
      assertThrows(DeskException.class, () -> hall.act(action));
    }
    hall.act(new Action.OtherWay());
    assertEquals(Page.PROBLEM, hall.act(new Action.Back()), "back leads to no page with a camera");
    hall.act(new Action.OtherWay());
    Transaction transaction = byStaffToTheEnd();
    assertEquals(0, hall.faces.opens.get());
    Consent consent = byPurpose(transaction).get(ConsentPurpose.DATA);
    assertEquals(ConsentGiver.GUARDIAN, consent.by());
    assertEquals(
        transaction.citizen().orElseThrow().staff().orElseThrow().checkedAt(), consent.givenAt());
    assertFalse(byPurpose(transaction).containsKey(ConsentPurpose.FACE));
  }

  @Test
  void i08_underFourteenWithoutStaff_nothingIsHandedIn() throws DeskException {
    hall.reader.card = Samples.child();
    hall.begin(Samples.SENIOR);
    assertEquals(Page.PROBLEM, hall.act(new Action.Consent(true, "data-1")));
    assertEquals("GUARDIAN_NEEDED", hall.view().problem().fault());
    hall.act(new Action.Back());
    assertEquals(Page.PROBLEM, hall.act(new Action.Consent(true, "data-1")));
    hall.act(new Action.OtherWay());
    hall.act(new Action.StaffCheck("S-7", "000000"));
    assertThrows(DeskException.class, () -> hall.act(new Action.Submit()));
    hall.act(new Action.OtherWay());
    assertEquals(Page.CONFIRM, hall.act(new Action.StaffCheck("S-7", Hall.PIN)));
    hall.act(new Action.Back());
    assertEquals(Page.CONFIRM, hall.act(new Action.Consent(true, "data-1")));
    hall.act(new Action.Submit());
    Consent consent = byPurpose(hall.queue.sealed.get(0)).get(ConsentPurpose.DATA);
    assertEquals(ConsentGiver.GUARDIAN, consent.by());
    assertEquals(0, hall.faces.opens.get());
  }

  @ParameterizedTest
  @EnumSource(
      value = SessionState.class,
      names = {"CAMERA", "LOOKING"})
  void i08_withdrawnBeforeTheCamera_isOffAtOnceAndRecorded(SessionState at) throws DeskException {
    hall.walkTo(at);
    hall.desk.act(hall.id, new Action.OtherWay());
    hall.hands.workAll();
    assertEquals(0, hall.faces.opens.get(), "the work was called back before it began");
    Consent face = byPurpose(byStaffToTheEnd()).get(ConsentPurpose.FACE);
    assertEquals(ConsentAnswer.WITHDRAWN, face.answer());
    assertEquals("face-1", face.version());
    assertEquals(List.of("done [FACE]"), hall.records.of(AuditAction.CONSENT_WITHDRAWN));
    assertTrue(hall.queue.sealed.get(0).citizen().orElseThrow().face().isEmpty());
  }

  @Test
  void i08_withdrawnAfterAComparison_forgottenAndNoCameraAgain() throws DeskException {
    hall.walkTo(SessionState.FACE_PROBLEM);
    final int opens = hall.faces.opens.get();
    hall.act(new Action.Back());
    hall.act(new Action.FaceConsent(false, "face-1"));
    assertNull(hall.view().identity());
    Transaction transaction = byStaffToTheEnd();
    assertTrue(transaction.citizen().orElseThrow().face().isEmpty());
    assertEquals(ConsentAnswer.WITHDRAWN, byPurpose(transaction).get(ConsentPurpose.FACE).answer());
    assertEquals(opens, hall.faces.opens.get());
    assertEquals(0, hall.faces.open.get());
  }

  @Test
  void dataWithdrawn_isRecordedAndEverythingForgotten() throws DeskException {
    hall.walkTo(SessionState.FORM);
    hall.act(new Action.Back());
    hall.act(new Action.Consent(false, "data-1"));
    assertEquals(List.of("done [DATA]"), hall.records.of(AuditAction.CONSENT_WITHDRAWN));
    assertNull(hall.view().citizen());
    assertNull(hall.view().identity());
  }

  @Test
  void consent_namesTheWordingThatWasShown() throws DeskException {
    hall.walkTo(SessionState.ACCEPTED);
    Map<ConsentPurpose, Consent> given = byPurpose(hall.queue.sealed.get(0));
    String shown = HexFormat.of().formatHex(Samples.DIGEST.of(Samples.DATA.shownBytes()));
    assertEquals(shown, given.get(ConsentPurpose.DATA).textSm3().orElseThrow());
    assertNotEquals(shown, given.get(ConsentPurpose.FACE).textSm3().orElseThrow());
    assertEquals(ConsentGiver.HOLDER, given.get(ConsentPurpose.DATA).by());
    assertEquals(List.of("done [PASS, VERY_HIGH]"), hall.records.of(AuditAction.IDENTITY_VERIFIED));
  }
}
