package egov.kiosk.gateway.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.PersonName;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.citizen.Sex;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.Asking.Purpose;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryAnswer.Row;
import egov.kiosk.domain.inquiry.Wanted;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaboratoryBooksTest {
  private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
  private static final String NUMBER = "35010019000101999X";
  private static final String REFERENCE = "20261122000017";
  private static final String PHONE = "19900001234";

  @TempDir Path directory;
  private Path file;
  private Books books;

  @BeforeEach
  void write() throws IOException {
    file = directory.resolve("books");
    books = new LaboratoryBooks(file);
    Files.writeString(
        file,
        """
        # People who do not exist.
        card %1$s
        item INSURANCE-PAYMENTS
        as-of 2026年11月20日
        row 缴费月数=123
        secret 卡号=6222000011112222

        card %1$s
        field phone=%3$s
        licence real-estate-certificate=不动产权证书|350112233|2036年12月31日|%4$s

        reference %2$s
        phone %3$s
        card %1$s
        row 办到哪一步=等您补材料
        wanted lodging-proof=住处的证明|上次没有交
        """
            .formatted(NUMBER, REFERENCE, PHONE, "0f".repeat(32)));
  }

  private InquiryAnswer ask(Purpose purpose, boolean card, Map<String, String> parameters)
      throws IOException {
    Optional<VerifiedCitizen> citizen = card ? Optional.of(citizen()) : Optional.empty();
    return books.answer(
        new Question(
            TransactionId.create(NOW),
            "fz-gl-000001",
            NOW,
            NOW,
            "00".repeat(16),
            new Asking(purpose, "INSURANCE-PAYMENTS", "1", citizen, List.of(), parameters)));
  }

  private static VerifiedCitizen citizen() {
    return VerifiedCitizen.byCard(
        new IdCard(
            CardLayout.RESIDENT,
            new PersonName("测试"),
            Optional.empty(),
            Sex.MALE,
            "01",
            LocalDate.of(1900, 1, 1),
            "样例路1号",
            IdNumber.of(NUMBER),
            "样例公安局",
            LocalDate.of(2020, 1, 1),
            Optional.empty(),
            new Portrait(new byte[Portrait.BLOCK_BYTES])));
  }

  @Test
  void inquiry_ofTheCard_answered_nobodyElse() throws IOException {
    InquiryAnswer answer = ask(Purpose.INQUIRY, true, Map.of());
    assertEquals(
        List.of(new Row("缴费月数", "123"), new Row("卡号", "6222000011112222", true)), answer.rows());
    assertEquals("2026年11月20日", answer.asOf());
    assertEquals(InquiryAnswer.NOTHING, ask(Purpose.INQUIRY, false, Map.of()));
  }

  @Test
  void retrieval_onlyWhatIsAskedFor() throws IOException {
    InquiryAnswer fields = ask(Purpose.RETRIEVAL, true, Map.of("fields", "phone,other"));
    assertEquals(Map.of("phone", PHONE), fields.fields());
    assertEquals(List.of(), fields.licences());
    Map<String, String> type = Map.of("licences", "real-estate-certificate");
    assertEquals("350112233", ask(Purpose.RETRIEVAL, true, type).licences().get(0).number());
  }

  @Test
  void progress_byBothNumbersOrTheCard() throws IOException {
    Map<String, String> both = Map.of("reference", REFERENCE, "phone", PHONE);
    assertEquals(
        List.of(new Wanted("lodging-proof", "住处的证明", "上次没有交")),
        ask(Purpose.PROGRESS, false, both).wanted());
    assertEquals(1, ask(Purpose.PROGRESS, true, Map.of("reference", REFERENCE)).rows().size());
    for (Map<String, String> wrong :
        List.of(
            Map.of("reference", REFERENCE),
            Map.of("reference", REFERENCE, "phone", "13800001234"),
            Map.of("reference", REFERENCE.substring(1), "phone", PHONE))) {
      assertEquals(InquiryAnswer.NOTHING, ask(Purpose.PROGRESS, false, wrong));
    }
  }

  @Test
  void changedOrBroken_seenAtTheNextQuestion() throws IOException {
    Files.writeString(file, "card " + NUMBER + "\nitem INSURANCE-PAYMENTS\nrow a=b\n");
    assertEquals(1, ask(Purpose.INQUIRY, true, Map.of()).rows().size());
    for (String broken : List.of("nonsense\n", "row x\n", "licence a=b|c\n")) {
      Files.writeString(file, broken);
      assertThrows(IOException.class, () -> ask(Purpose.INQUIRY, true, Map.of()), broken);
    }
    Files.delete(file);
    assertThrows(IOException.class, () -> ask(Purpose.INQUIRY, true, Map.of()));
  }
}
