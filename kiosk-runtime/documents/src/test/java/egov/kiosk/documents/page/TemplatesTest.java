package egov.kiosk.documents.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.documents.Samples;
import egov.kiosk.documents.ofd.Container;
import egov.kiosk.documents.ofd.OfdEntries;
import egov.kiosk.documents.ofd.RareGlyphs;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.device.Slip.Align;
import egov.kiosk.domain.device.Slip.Size;
import egov.kiosk.domain.document.CertificateCopy;
import egov.kiosk.domain.document.CertificateCopy.Field;
import egov.kiosk.domain.document.DocumentException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final SealSize SEAL = new SealSize(40_000, 40_000);

  private static String text(Layout layout) {
    return layout.pages().stream()
        .flatMap(page -> page.marks().stream())
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).text())
        .collect(Collectors.joining());
  }

  private static byte[] bytes(Layout layout) {
    return Container.pack(OfdEntries.of(layout, RareGlyphs.NONE, false).entries());
  }

  @Test
  void equalInput_givesEqualBytes() throws Exception {
    assertArrayEquals(
        bytes(SlipTemplate.set(Samples.slip(), DAY, SEAL)),
        bytes(SlipTemplate.set(Samples.slip(), DAY, SEAL)));
    assertArrayEquals(
        bytes(CertificateTemplate.set(Samples.certificate(40), SEAL)),
        bytes(CertificateTemplate.set(Samples.certificate(40), SEAL)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\nb",
        "a\u202Eb",
        "a\u200Bb",
        "\uD842",
        "\uDFB7x",
        "\uFFFE",
        "\u2028"
      })
  void characterNoDocumentHolds_isRefused(String text) {
    Slip slip = new Slip(List.of(Slip.Text.of(text)));
    DocumentException refused =
        assertThrows(DocumentException.class, () -> SlipTemplate.set(slip, DAY, SEAL));
    assertEquals(DocumentException.Fault.TEXT_REFUSED, refused.fault());
    assertFalse(refused.getMessage().contains(text));
    CertificateCopy copy =
        new CertificateCopy("证明", "", List.of(new Field("名", text)), "", "局", DAY);
    assertThrows(DocumentException.class, () -> CertificateTemplate.set(copy, SEAL));
  }

  /** The page itself refuses marks beside it, so setting is the test. */
  @Property(tries = 500)
  void anyText_staysOnThePageAndIsWhole(
      @ForAll @StringLength(max = 300) String anything, @ForAll Size size, @ForAll Align align)
      throws Exception {
    String text = clean(anything);
    Slip slip = new Slip(List.of(new Slip.Text(text, size, align)));
    String set = text(SlipTemplate.set(slip, DAY, SEAL));
    assertEquals(bare(text), bare(set.substring(0, set.length() - "本回执已加盖电子印章".length())));
  }

  @Property(tries = 200)
  void anyCertificate_staysOnItsPagesAndIsWhole(
      @ForAll @StringLength(max = 60) String label,
      @ForAll @StringLength(max = 400) String value,
      @ForAll @IntRange(min = 1, max = 30) int rows)
      throws Exception {
    Field field = new Field(clean(label), clean(value));
    CertificateCopy copy =
        new CertificateCopy("证明", "1", Collections.nCopies(rows, field), "注", "局", DAY);
    Layout layout = CertificateTemplate.set(copy, SEAL);
    String set = text(layout);
    int pages = layout.pages().size();
    assertTrue(set.endsWith("第 " + pages + " 页　共 " + pages + " 页"));
    long glyphs =
        field.value().codePoints().filter(c -> bare(Character.toString(c)).length() > 0).count();
    assertTrue(bare(set).codePoints().count() >= rows * glyphs);
  }

  @Test
  void certificate_withAVerification_hasItsCodeOnThePaper() throws Exception {
    Field field = new Field("名", "值");
    for (int rows : new int[] {1, 12, 60}) {
      CertificateCopy copy =
          new CertificateCopy(
              "证明",
              "1",
              Collections.nCopies(rows, field),
              "注",
              "局",
              DAY,
              "https://verify.example/" + "0".repeat(200));
      Layout layout = CertificateTemplate.set(copy, SEAL);
      long codes =
          layout.pages().stream()
              .flatMap(page -> page.marks().stream())
              .filter(Mark.Qr.class::isInstance)
              .count();
      assertEquals(1, codes);
      assertTrue(text(layout).contains("扫码查验"));
    }
  }

  @Test
  void endlessSlipOrTable_isTooLong() {
    Slip slip = new Slip(Collections.nCopies(1_000, Slip.Text.of("行")));
    DocumentException refused =
        assertThrows(DocumentException.class, () -> SlipTemplate.set(slip, DAY, SEAL));
    assertEquals(DocumentException.Fault.TOO_LONG, refused.fault());
    Field field = new Field("项", "字".repeat(1_000));
    CertificateCopy copy =
        new CertificateCopy("证明", "", Collections.nCopies(200, field), "", "局", DAY);
    assertEquals(
        DocumentException.Fault.TOO_LONG,
        assertThrows(DocumentException.class, () -> CertificateTemplate.set(copy, SEAL)).fault());
  }

  @Test
  void lines_breakWhereChineseBreaks() {
    assertEquals(List.of("这是临", "时。号"), Lines.of("这是临时。号", 8));
    assertEquals(List.of("号码", "（甲）"), Lines.of("号码（甲）", 6));
    assertEquals(List.of("abc", "defg"), Lines.of("abc defg", 5));
    assertEquals(List.of("abcd", "ef"), Lines.of("abcdef", 4));
    assertEquals(List.of("葛\uDB40\uDD00城", "市"), Lines.of("葛\uDB40\uDD00城市", 5));
  }

  private static String clean(String text) {
    try {
      return PlainText.checked(text);
    } catch (DocumentException e) {
      return text.codePoints()
          .filter(c -> Character.isLetterOrDigit(c) || c == ' ')
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }
  }

  private static String bare(String text) {
    return text.codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
