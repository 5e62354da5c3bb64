package egov.kiosk.conformance;

import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.print.GrayPage;
import egov.kiosk.domain.print.PageDocument;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What the kit prints on A4: little ink, and no citizen's data. */
final class TestPages {
  private static final int WIDTH = 1240;
  private static final int HEIGHT = 1754;
  private static final int DOTS_PER_INCH = 150;
  private static final int BAR = 40;

  private TestPages() {}

  /** A sheet with every kind of line. */
  static PageDocument sheet() {
    return new PageDocument.Sheet(
        new Slip(
            List.of(
                new Slip.Text("测试 Test", Slip.Size.DOUBLE, Slip.Align.CENTRE),
                new Slip.Rule(),
                Slip.Text.of("龘靐㐂 𠮷 ÄÖ © № 0123456789"),
                new Slip.Space(2),
                new Slip.QrCode("conformance"))));
  }

  /** A slip no sheet of paper holds. */
  static PageDocument endless() {
    return new PageDocument.Sheet(new Slip(Collections.nCopies(2_000, Slip.Text.of("一行 line"))));
  }

  /** Drawn pages: a grey bar on each. */
  static PageDocument pictures(int pages) {
    byte[] dots = new byte[WIDTH * HEIGHT];
    Arrays.fill(dots, (byte) 0xFF);
    Arrays.fill(dots, WIDTH * BAR, WIDTH * BAR * 2, (byte) 0x80);
    return new PageDocument.Pictures(
        Collections.nCopies(pages, new GrayPage(WIDTH, HEIGHT, DOTS_PER_INCH, dots)));
  }

  /** One A4 page with one line of text (ISO 32000-1, 7.5). */
  static PageDocument pdf() {
    String content = "BT /F1 24 Tf 72 720 Td (Conformance) Tj ET";
    List<String> objects =
        List.of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                + "/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length " + content.length() + ">>stream\n" + content + "\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    write(file, "%PDF-1.4\n");
    StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      table.append("%010d 00000 n %n".formatted(file.size()).replace("\r", ""));
      write(file, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
    }
    int start = file.size();
    write(file, table + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n");
    return new PageDocument.Pdf(file.toByteArray(), 1);
  }

  private static void write(ByteArrayOutputStream file, String text) {
    file.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
