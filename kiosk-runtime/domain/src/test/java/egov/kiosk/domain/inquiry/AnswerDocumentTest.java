package egov.kiosk.domain.inquiry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerDocumentTest {
  private static final String SM3 = "0f".repeat(32);
  private static final InquiryAnswer TOLD =
      new InquiryAnswer(List.of(new InquiryAnswer.Row("编号", "1")), "今天");

  private static Asking part(String number) {
    return new Asking(
        Asking.Purpose.INQUIRY,
        "A",
        "1",
        Optional.empty(),
        List.of(),
        Map.of(AnswerDocument.PART, number));
  }

  private static byte[] document(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 / 7);
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, AnswerFile.LARGEST, AnswerFile.LARGEST + 1, AnswerDocument.LARGEST})
  void document_cutIntoParts_isWholeAgain(int length) {
    byte[] whole = document(length);
    AnswerDocument said = new AnswerDocument(SM3, length, 3);
    ByteArrayOutputStream came = new ByteArrayOutputStream();
    for (int i = 0; i < said.parts(); i++) {
      InquiryAnswer answer = said.answer(TOLD, whole, part(String.valueOf(i)));
      assertEquals(Optional.of(said), AnswerDocument.in(answer));
      assertEquals(i == 0 ? TOLD.rows() : List.of(), answer.rows());
      came.writeBytes(answer.file().bytes());
    }
    assertArrayEquals(whole, came.toByteArray());
  }

  @ParameterizedTest
  @CsvSource({"1048577,1", "2147483647,1", "5,21"})
  void document_tooLarge_isSaidAndNoneOfItComes(int bytes, int pages) {
    AnswerDocument said = new AnswerDocument(SM3, bytes, pages);
    assertFalse(said.fits());
    InquiryAnswer answer = said.answer(TOLD, new byte[5], part("0"));
    assertEquals(AnswerFile.NONE, answer.file());
    assertEquals(Optional.of(said), AnswerDocument.in(answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1", "x", "999", " "})
  void partThereIsNot_isNothing(String number) {
    assertEquals(
        InquiryAnswer.NOTHING,
        new AnswerDocument(SM3, 5, 1).answer(TOLD, new byte[5], part(number)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"document.sm3=0F", "document.bytes=-1", "document.pages=x", ""})
  void whatIsNotSaidWhole_isNoDocument(String bent) {
    Map<String, String> fields =
        new java.util.HashMap<>(
            new AnswerDocument(SM3, 5, 1).answer(TOLD, new byte[5], part("0")).fields());
    assertTrue(AnswerDocument.in(with(fields)).isPresent());
    String[] one = bent.split("=");
    if (bent.isEmpty()) {
      fields.clear();
    } else {
      fields.put(one[0], one[1]);
    }
    assertEquals(Optional.empty(), AnswerDocument.in(with(fields)));
  }

  @Test
  void noDigest_noBytes_noPages_refused() {
    assertThrows(IllegalArgumentException.class, () -> new AnswerDocument("", 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new AnswerDocument(SM3, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new AnswerDocument(SM3, 1, 0));
  }

  @Test
  void printedFile_isOverwrittenOnceItsJobIsOver() {
    egov.kiosk.domain.print.PageDocument.Pdf pdf =
        new egov.kiosk.domain.print.PageDocument.Pdf(document(9), 1);
    pdf.close();
    assertTrue(Arrays.equals(new byte[9], pdf.bytes()));
  }

  private static InquiryAnswer with(Map<String, String> fields) {
    return new InquiryAnswer(List.of(), "", fields, List.of(), List.of(), AnswerFile.NONE);
  }
}
