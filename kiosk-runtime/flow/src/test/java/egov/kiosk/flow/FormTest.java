package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.transaction.FieldError;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormTest {
  @TempDir Path state;
  private Hall hall;

  @BeforeEach
  void open() throws DeskException {
    hall = new Hall(state);
    hall.walkTo(SessionState.FORM);
  }

  private List<FieldError> refused(Map<String, String> values, boolean partial) {
    DeskException refused =
        assertThrows(DeskException.class, () -> hall.act(new Action.Form(values, partial)));
    assertEquals(DeskException.Reason.FORM_REJECTED, refused.reason());
    assertEquals(Page.FORM, hall.page());
    return refused.errors();
  }

  @Test
  void partialAnswers_checkedAndKeptPageStays() throws DeskException {
    assertEquals(Page.FORM, hall.act(new Action.Form(Map.of("phone", Samples.PHONE), true)));
    assertEquals(Samples.PHONE, hall.view().form().questions().get(1).value());
    assertEquals(Page.CONFIRM, hall.act(new Action.Form(Map.of("living", "ALONE"), false)));
  }

  @Test
  void wrongAnswers_refusedByFieldAndNothingChanges() throws DeskException {
    hall.act(new Action.Form(Map.of("phone", Samples.PHONE), true));
    assertEquals(
        List.of(new FieldError("phone", FieldError.Code.NOT_DIGITS, 11)),
        refused(Map.of("phone", "1380000123"), true));
    assertEquals(
        List.of(new FieldError("phone", FieldError.Code.TOO_LONG, 11)),
        refused(Map.of("phone", "1".repeat(1000)), true));
    assertEquals(
        List.of(new FieldError("living", FieldError.Code.NOT_A_CHOICE, 0)),
        refused(Map.of("living", "MOON"), true));
    assertEquals(Samples.PHONE, hall.view().form().questions().get(1).value());
  }

  @Test
  void missingAnswer_refusedOnlyAtTheEnd() {
    assertEquals(
        List.of(
            new FieldError("phone", FieldError.Code.MISSING, 0),
            new FieldError("living", FieldError.Code.MISSING, 0)),
        refused(Map.of(), false));
  }

  @Test
  void cardFieldOrUnknownQuestion_refused() {
    assertEquals(
        List.of(new FieldError("name", FieldError.Code.READ_ONLY, 0)),
        refused(Map.of("name", "李四"), true));
    assertEquals(
        List.of(new FieldError("", FieldError.Code.UNKNOWN_QUESTION, 0)),
        refused(Map.of("<script>", "x"), true));
  }
}
