package egov.kiosk.platform.books;

import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.documents.page.CertificateTemplate;
import egov.kiosk.documents.page.Layout;
import egov.kiosk.documents.page.SealSize;
import egov.kiosk.documents.pdf.GlyphPaths;
import egov.kiosk.documents.pdf.PdfPages;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.document.CertificateCopy;
import egov.kiosk.domain.document.CertificateCopy.Field;
import egov.kiosk.domain.document.DocumentException;
import egov.kiosk.domain.inquiry.AnswerDocument;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryAnswer.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Certificates of people who do not exist, as an office would set them: the asking citizen's own,
 * and only when the kiosk compared a face or staff vouched. Nothing is kept: the same question
 * gives the same bytes, so a kiosk can fetch them part by part.
 */
final class SampleCertificates {
  private static final Path FONT =
      Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");
  private static final SealSize SEAL = new SealSize(40_000, 40_000);
  private static final LocalDate ISSUED = LocalDate.of(2026, 11, 20);
  private static final String AS_OF = "2026年11月20日（示例数据）";
  private static final String NOTE = "这是开发平台的示例，不是证照，不能用。";
  private static final String VERIFIED_AT = "https://zhengzhao.example/c/";
  private static final int NUMBER_DIGITS = 12;
  private static final int CODE_DIGITS = 8;

  private final SampleTexts texts;
  private final GlyphPaths glyphs = new GlyphPaths(List.of(FONT));

  SampleCertificates(SampleTexts texts) {
    this.texts = texts;
  }

  /**
   * The answer to a question about a certificate, or one part of its document.
   *
   * @return {@link InquiryAnswer#NOTHING} when there is none, or it is not for who asks
   * @throws IOException when it cannot be set
   */
  InquiryAnswer answer(Asking asking) throws IOException {
    Optional<VerifiedCitizen> citizen =
        asking.citizen().filter(known -> known.level() != IdentityLevel.CARD);
    String which = asking.parameters().getOrDefault(texts.certificate(asking.itemCode()), "-");
    String text = texts.certificate(asking.itemCode() + "." + which);
    if (citizen.isEmpty() || text == null) {
      return InquiryAnswer.NOTHING;
    }
    String[] parts = text.split(";", -1);
    List<Row> facts = SampleTexts.list(parts[2]);
    if (!holder(facts, asking.parameters().getOrDefault("creditCode", ""))) {
      return InquiryAnswer.NOTHING;
    }
    String whose = citizen.get().shown().number().value();
    String digest = sm3((text + " of " + whose).getBytes(StandardCharsets.UTF_8));
    String digits = digest.replaceAll("[a-f]", "") + "0".repeat(NUMBER_DIGITS);
    String number = "350100-" + digits.substring(0, NUMBER_DIGITS);
    String code = digest.substring(0, CODE_DIGITS).toUpperCase(Locale.ROOT);
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("编号", number));
    rows.add(new Row("姓名", citizen.get().shown().name().value(), true));
    rows.add(new Row("证号", whose, true));
    rows.addAll(facts);
    rows.add(new Row("查验码", code));
    return document(parts[0], parts[1], number, rows, code, asking);
  }

  private InquiryAnswer document(
      String title, String issuer, String number, List<Row> rows, String code, Asking asking)
      throws IOException {
    List<Field> fields =
        rows.stream().skip(1).map(row -> new Field(row.label(), row.value())).toList();
    CertificateCopy copy =
        new CertificateCopy(title, number, fields, NOTE, issuer, ISSUED, VERIFIED_AT + code);
    try {
      Layout layout = CertificateTemplate.set(copy, SEAL);
      byte[] pdf = PdfPages.of(layout, glyphs);
      return new AnswerDocument(sm3(pdf), pdf.length, layout.pages().size())
          .answer(new InquiryAnswer(rows, AS_OF), pdf, asking);
    } catch (DocumentException e) {
      throw new IOException("a sample certificate cannot be set: " + e.fault(), e);
    }
  }

  /** Who says the end of a business's number must say the right one. */
  private static boolean holder(List<Row> facts, String end) {
    return facts.stream()
        .filter(row -> row.label().equals("统一社会信用代码"))
        .allMatch(row -> end.length() == 6 && row.value().endsWith(end));
  }

  private static String sm3(byte[] bytes) {
    return HexFormat.of().formatHex(Sm3.digest(bytes));
  }
}
