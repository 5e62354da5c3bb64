package egov.kiosk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.inquiry.AnswerFile;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.Asking.Purpose;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.Licence;
import egov.kiosk.domain.inquiry.Wanted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTest {
  private static final InquiryAnswer FULL =
      new InquiryAnswer(
          List.of(new InquiryAnswer.Row("办到哪一步", "正在审核"), new InquiryAnswer.Row("电话", "1", true)),
          "2026年6月1日",
          Map.of("phone", "13800001234"),
          List.of(new Licence("household-register", "户口簿", "350102", "", "0f".repeat(32))),
          List.of(new Wanted("lodging-proof", "住处的证明", "第二页看不清")),
          new AnswerFile(new byte[AnswerFile.LARGEST], 2, 3));

  private final CanonicalQuestionCodec codec = new CanonicalQuestionCodec();
  private final Schemas schemas = new Schemas();

  private static Question question(Optional<VerifiedCitizen> citizen, Purpose purpose) {
    return new Question(
        Sample.ID,
        Sample.KIOSK,
        Sample.NOW,
        Sample.NOW.plusSeconds(10),
        "0123456789abcdef".repeat(2),
        new Asking(
            purpose, "A-1", "2026.11.1", citizen, List.of(), Map.of("reference", "2026%_*")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void question_ofEveryPurpose_validBySchemaAndComesBackEqual() throws Exception {
    for (Purpose purpose : Purpose.values()) {
      for (Optional<VerifiedCitizen> citizen :
          List.of(
              Optional.<VerifiedCitizen>empty(),
              Optional.of(VerifiedCitizen.byFace(Sample.resident(), Sample.PASS)))) {
        Question question = question(citizen, purpose);
        byte[] message = codec.encode(question);
        assertEquals(List.of(), schemas.errors("question", message));
        Question read = codec.decodeQuestion(message);
        assertEquals(question.asking().parameters(), read.asking().parameters());
        assertEquals(
            citizen.map(known -> known.shown().number()),
            read.asking().citizen().map(known -> known.shown().number()));
        assertEquals(
            new String(message, StandardCharsets.UTF_8),
            new String(codec.encode(read), StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void answer_full_validBySchemaAndComesBackEqual() throws Exception {
    byte[] message = codec.encodeAnswer(Optional.of(FULL));
    assertEquals(List.of(), schemas.errors("answer-content", message));
    assertEquals(Optional.of(FULL), codec.decodeAnswer(message));
    // Base64 once more and a signature: it still fits an order.
    assertTrue(message.length * 4 / 3 + 8 * 1024 < StrictJson.LARGEST_ORDER);
  }

  @Test
  void answer_notNow_comesBackEmpty() throws Exception {
    byte[] message = codec.encodeAnswer(Optional.empty());
    assertEquals(List.of(), schemas.errors("answer-content", message));
    assertEquals(Optional.empty(), codec.decodeAnswer(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"purpose\":\"INQUIRY\"|\"purpose\":\"ANY\"",
        "\"answerKey\":\"01|\"answerKey\":\"0",
        "\"reference\":|\"Ref erence\":",
        "\"2026%_*\"|\"\"",
        "\"code\":\"A-1\"|\"code\":\"A/1\"",
        "\"expiresAt\":\"2026|\"expiresAt\":\"X026",
        "\"kind\":\"question\"|\"kind\":\"transaction\""
      })
  void question_whatNoKioskAsks_refusedByCodecAndSchemaAlike(String good, String bad) {
    String message =
        new String(
            codec.encode(question(Optional.empty(), Purpose.INQUIRY)), StandardCharsets.UTF_8);
    byte[] bent = bytes(message.replace(good, bad));
    assertFalse(message.equals(message.replace(good, bad)));
    assertThrows(MalformedMessageException.class, () -> codec.decodeQuestion(bent));
    assertFalse(schemas.errors("question", bent).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"part\":2|\"part\":3",
        "\"parts\":3|\"parts\":400",
        "\"sensitive\":true|\"sensitive\":\"yes\"",
        "\"id\":\"lodging-proof\"|\"id\":\"../x\"",
        "\"sm3\":\"0f|\"sm3\":\"0F",
        "\"phone\":\"13800001234\"|\"phone\":\"\""
      })
  void answer_whatNoPlatformSays_refused(String good, String bad) {
    String message = new String(codec.encodeAnswer(Optional.of(FULL)), StandardCharsets.UTF_8);
    assertFalse(message.equals(message.replace(good, bad)));
    assertThrows(
        MalformedMessageException.class,
        () -> codec.decodeAnswer(bytes(message.replace(good, bad))));
  }

  @Test
  void question_shownInALog_hidesEverythingPersonal() {
    String said = question(Optional.empty(), Purpose.PROGRESS).toString() + FULL + FULL.licences();
    for (String secret : List.of("0123456789abcdef", "2026%_*", "13800001234", "正在审核", "350102")) {
      assertFalse(said.contains(secret), secret);
    }
  }
}
