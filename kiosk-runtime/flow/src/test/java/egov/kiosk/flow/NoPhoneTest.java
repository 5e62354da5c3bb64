package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.transaction.FieldError;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.PhoneNeed;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.QuestionView;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A citizen without a mobile phone has a way on, and is promised no message. */
class NoPhoneTest {
  private static final Map<String, String> NONE = Map.of("phone", "NONE");

  @TempDir Path state;
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
  }

  private static FormQuestion phone(boolean required, Optional<PhoneNeed> needed) {
    return new FormQuestion(
        "phone",
        "手机号",
        "Phone",
        "",
        FieldKind.PHONE,
        required,
        11,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        needed);
  }

  /** An item with this question alone, whose answer comes by message. */
  private QuestionView begin(FormQuestion question) throws DeskException {
    hall.begin(
        new ServiceItem(
            "MESSAGE",
            "1",
            "事项",
            "Item",
            "一行",
            "当天，短信通知",
            OfflineClass.QUEUE_OK,
            IdentityLevel.NONE,
            Set.of(),
            List.of(),
            List.of(question),
            Optional.empty()));
    return hall.view().form().questions().get(0);
  }

  private String slip() throws DeskException {
    hall.act(new Action.Submit());
    hall.act(new Action.Print());
    return hall.printer.words();
  }

  @Test
  void noPhone_isAnsweredNotLeftOut_andSaidOnTheLastLook() throws DeskException {
    assertTrue(begin(phone(true, Optional.empty())).noPhone());
    assertEquals(Page.CONFIRM, hall.act(new Action.Form(NONE, false)));
    assertEquals("没有手机", hall.view().review().get(0).value());
    hall.act(new Action.Change("phone"));
    assertEquals("NONE", hall.view().form().questions().get(0).value(), "it was not forgotten");
    hall.act(new Action.Form(Map.of(), false));
    hall.act(new Action.Submit());
    assertEquals(NONE, hall.queue.sealed.get(0).form().values());
  }

  @Test
  void noPhone_nobodyPromisesAMessage() throws DeskException {
    begin(phone(true, Optional.empty()));
    hall.act(new Action.Form(NONE, false));
    String slip = slip();
    assertEquals("当天", hall.view().item().answerIn());
    assertTrue(hall.view().accepted().noPhone());
    assertTrue(slip.contains("什么时候有结果：当天\n"), slip);
    assertTrue(slip.contains("您没有手机，不发短信。要问结果，请拨12345。"), slip);
    assertFalse(slip.contains("短信通知"), slip);
  }

  @Test
  void aNumber_keepsThePromise() throws DeskException {
    begin(phone(true, Optional.empty()));
    hall.act(new Action.Form(Map.of("phone", Samples.PHONE), false));
    String slip = slip();
    assertEquals("当天，短信通知", hall.view().item().answerIn());
    assertFalse(hall.view().accepted().noPhone());
    assertTrue(slip.contains("什么时候有结果：当天，短信通知"), slip);
    assertFalse(slip.contains("没有手机"), slip);
  }

  @Test
  void optionalPhoneLeftOut_promisesNoMessageEither() throws DeskException {
    assertFalse(begin(phone(false, Optional.empty())).noPhone());
    hall.act(new Action.Form(Map.of(), false));
    String slip = slip();
    assertTrue(slip.contains("什么时候有结果：当天\n"), slip);
    assertFalse(hall.view().accepted().noPhone(), "nobody said that there is none");
  }

  @Test
  void itemThatNeedsAPhone_saysWhyAndWhereAndTakesNoOther() throws DeskException {
    QuestionView question = begin(phone(true, Optional.of(new PhoneNeed("要核对手机号。", "请到窗口办。"))));
    assertFalse(question.noPhone());
    assertEquals("要核对手机号。请到窗口办。", question.phoneNeeded());
    DeskException refused =
        assertThrows(DeskException.class, () -> hall.act(new Action.Form(NONE, false)));
    assertEquals(
        List.of(new FieldError("phone", FieldError.Code.NOT_DIGITS, 11)), refused.errors());
  }
}
