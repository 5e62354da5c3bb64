package egov.kiosk.documents.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.documents.Samples;
import egov.kiosk.documents.page.CertificateTemplate;
import egov.kiosk.documents.page.Layout;
import egov.kiosk.documents.page.SealSize;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class PdfPagesTest {
  private static final GlyphPaths GLYPHS =
      new GlyphPaths(List.of(Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")));

  private static byte[] file(int rows) throws Exception {
    Layout layout =
        CertificateTemplate.set(Samples.certificate(rows), new SealSize(40_000, 40_000));
    return PdfPages.of(layout, GLYPHS);
  }

  @Test
  void everyPlaceInTheTable_isWhereItsObjectBegins() throws Exception {
    String text = new String(file(60), StandardCharsets.ISO_8859_1);
    int table = Integer.parseInt(text.replaceFirst("(?s).*startxref\n(\\d+)\n.*", "$1"));
    assertTrue(text.startsWith("xref\n", table));
    Matcher places = Pattern.compile("(\\d{10}) 00000 n \n").matcher(text.substring(table));
    int number = 0;
    while (places.find()) {
      number++;
      assertTrue(text.startsWith(number + " 0 obj\n", Integer.parseInt(places.group(1))));
    }
    int pages = text.split("/Type /Page ", -1).length - 1;
    assertTrue(pages > 1, "sixty rows need more than a page");
    assertEquals(2 + 2 * pages, number);
  }

  @Test
  void page_isOutlinesOnly_andTheSameAgain() throws Exception {
    byte[] file = file(3);
    assertArrayEquals(file, file(3));
    String text = new String(file, StandardCharsets.ISO_8859_1);
    assertFalse(text.contains("/Font") || text.contains("/JavaScript") || text.contains("/AA"));
    int begin = text.indexOf("stream\n") + 7;
    byte[] rest = java.util.Arrays.copyOfRange(file, begin, file.length);
    String drawn =
        new String(
            new InflaterInputStream(new ByteArrayInputStream(rest)).readAllBytes(),
            StandardCharsets.US_ASCII);
    assertTrue(drawn.contains(" c\n") && drawn.contains(" re f\n"), "curves and lines");
    assertFalse(Pattern.compile("[^0-9a-zA-Z.\\-\\s]").matcher(drawn).find());
  }

  @Test
  void characterOfNoFont_isABox() {
    GlyphPaths none = new GlyphPaths(List.of(Path.of("/nowhere/none.ttf")));
    assertTrue(none.of('A').startsWith("80 0 m"));
  }
}
