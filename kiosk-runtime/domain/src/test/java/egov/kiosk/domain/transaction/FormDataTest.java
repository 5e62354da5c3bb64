package egov.kiosk.domain.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormDataTest {
  private static FormQuestion question(String id, FieldKind kind, boolean required, int max) {
    List<Choice> choices =
        kind == FieldKind.CHOICE ? List.of(new Choice("A", "甲"), new Choice("B", "乙")) : List.of();
    return new FormQuestion(
        id, "问题", "Question", "", kind, required, max, choices, Optional.empty());
  }

  private static final FormQuestion NAME =
      new FormQuestion(
          "name",
          "姓名",
          "Name",
          "",
          FieldKind.TEXT,
          true,
          30,
          List.of(),
          Optional.of(CardField.NAME));
  private static final List<FormQuestion> FORM =
      List.of(NAME, question("phone", FieldKind.PHONE, true, 11));

  @ParameterizedTest
  @CsvSource({
    "TEXT, true, '', MISSING",
    "TEXT, true, '   ', MISSING",
    "TEXT, true, 一二三四五六七八九十一, TOO_LONG",
    "PHONE, true, 1380013800, NOT_DIGITS",
    "PHONE, true, 23800138000, TOO_LONG",
    "NUMBER, true, 1a, NOT_DIGITS",
    "NUMBER, true, -1, NOT_DIGITS",
    "CHOICE, true, C, NOT_A_CHOICE",
    "DATE, true, 2026-02-30, NOT_A_DATE",
    "DATE, true, 26-02-03, NOT_A_DATE",
  })
  void answersOfTheWrongKind_areRefused(
      FieldKind kind, boolean required, String value, FieldError.Code code) {
    FieldError error = question("q", kind, required, 10).check(value).orElseThrow();
    assertEquals(code, error.code());
  }

  @ParameterizedTest
  @CsvSource({"TEXT, 𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", "NUMBER, 0123456789", "CHOICE, B", "DATE, 2024-02-29"})
  void answersThatFit_areTaken(FieldKind kind, String value) {
    assertEquals(Optional.empty(), question("q", kind, true, 10).check(value));
  }

  @Test
  void noPhone_isAnAnswerWhereAPhoneIsAskedForAndNotNeeded() {
    FormQuestion asked = question("phone", FieldKind.PHONE, true, 11);
    assertEquals(Optional.empty(), asked.check(FormQuestion.NO_PHONE));
    assertEquals(FieldError.Code.MISSING, asked.check("").orElseThrow().code());
    FormQuestion needed =
        new FormQuestion(
            "phone",
            "问题",
            "Question",
            "",
            FieldKind.PHONE,
            true,
            11,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new PhoneNeed("要核对手机号。", "请到窗口办。")));
    FormQuestion optional = question("phone", FieldKind.PHONE, false, 11);
    FormQuestion number = question("phone", FieldKind.NUMBER, true, 11);
    for (FormQuestion other : List.of(needed, optional, number)) {
      assertFalse(other.mayLackPhone());
      assertEquals(
          FieldError.Code.NOT_DIGITS, other.check(FormQuestion.NO_PHONE).orElseThrow().code());
    }
  }

  @Test
  void whoNeedsAPhone_saysWhyAndWhereElse() {
    assertThrows(IllegalArgumentException.class, () -> new PhoneNeed("要核对手机号。", " "));
    assertThrows(IllegalArgumentException.class, () -> new PhoneNeed("", "请到窗口办。"));
  }

  @ParameterizedTest
  @CsvSource({"'a\nb'", "'a\u0000'", "'a\u202Eb'", "'a\u2028b'", "'\uD842'", "'\u001b[2J'"})
  void controlsAndOverrides_areRefused(String value) {
    assertEquals(
        FieldError.Code.BAD_CHARACTER,
        question("q", FieldKind.TEXT, true, 10).check(value).orElseThrow().code());
  }

  @Test
  void cardFields_comeFromTheCardAndCannotBeAnswered() throws FormRejectedException {
    FormData form = FormData.of(FORM, Map.of("phone", "13800138000"), Optional.of(Samples.card()));
    assertEquals(List.of("name", "phone"), List.copyOf(form.values().keySet()));
    assertFalse(form.toString().contains("138"));
    FormRejectedException refused =
        assertThrows(
            FormRejectedException.class,
            () ->
                FormData.of(
                    FORM,
                    Map.of("phone", "13800138000", "name", "李四"),
                    Optional.of(Samples.card())));
    assertEquals(FieldError.Code.READ_ONLY, refused.errors().get(0).code());
  }

  @Test
  void unknownAnswers_areRefusedWithoutBeingRepeated() {
    FormRejectedException refused =
        assertThrows(
            FormRejectedException.class,
            () -> FormData.checkPartial(FORM, Map.of("<script>", "x")));
    assertEquals(FieldError.Code.UNKNOWN_QUESTION, refused.errors().get(0).code());
    assertEquals("", refused.errors().get(0).questionId());
  }

  @Test
  void partialCheck_looksOnlyAtWhatIsThere() throws FormRejectedException {
    FormData.checkPartial(FORM, Map.of());
    assertThrows(
        FormRejectedException.class, () -> FormData.checkPartial(FORM, Map.of("phone", "1")));
  }

  @Test
  void address_isShownMasked() {
    assertEquals("福建省福州市****", CardField.ADDRESS.maskedOf(Samples.card()));
    assertEquals("测*", CardField.NAME.maskedOf(Samples.card()));
  }

  @Property
  void anyText_isJudgedAndNeverBreaks(@ForAll String value, @ForAll FieldKind kind) {
    question("q", kind, true, 50).check(value);
  }
}
