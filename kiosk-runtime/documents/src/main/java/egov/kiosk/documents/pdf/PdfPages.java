package egov.kiosk.documents.pdf;

import egov.kiosk.documents.page.Glyphs;
import egov.kiosk.documents.page.Layout;
import egov.kiosk.documents.page.Mark;
import egov.kiosk.documents.page.Page;
import egov.kiosk.documents.page.QrSymbol;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/** Writes set pages as one PDF file. Equal pages give equal bytes of equal Java. */
public final class PdfPages {
  private static final double POINTS_PER_MICROMETRE = 72 / 25_400.0;
  private static final double BASE_LINE = 0.86;
  private static final int THICKNESS = 250;

  private final GlyphPaths glyphs;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> places = new ArrayList<>();

  private PdfPages(GlyphPaths glyphs) {
    this.glyphs = glyphs;
  }

  /** A layout's pages, without its seal. */
  public static byte[] of(Layout layout, GlyphPaths glyphs) {
    PdfPages file = new PdfPages(glyphs);
    file.write(layout.pages());
    return file.out.toByteArray();
  }

  /** Objects 1 and 2 are catalogue and list of pages, then two a page. */
  private void write(List<Page> pages) {
    text("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
    object("<< /Type /Catalog /Pages 2 0 R >>");
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      kids.append(3 + 2 * i).append(" 0 R ");
    }
    object("<< /Type /Pages /Count " + pages.size() + " /Kids [ " + kids + "] >>");
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      object(
          "<< /Type /Page /Parent 2 0 R /Resources << >> /MediaBox [ 0 0 "
              + points(page.width())
              + points(page.height())
              + "] /Contents "
              + (4 + 2 * i)
              + " 0 R >>");
      stream(new Content(page).drawn().getBytes(StandardCharsets.US_ASCII));
    }
    int table = out.size();
    text("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
    for (int place : places) {
      text(String.format(Locale.ROOT, "%010d 00000 n \n", place));
    }
    text("trailer\n<< /Size " + (places.size() + 1) + " /Root 1 0 R >>\n");
    text("startxref\n" + table + "\n%%EOF\n");
  }

  private void object(String content) {
    places.add(out.size());
    text(places.size() + " 0 obj\n" + content + "\nendobj\n");
  }

  private void stream(byte[] content) {
    Deflater deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    byte[] packed = new byte[content.length + 1024];
    int length = deflater.deflate(packed);
    deflater.end();
    places.add(out.size());
    text(places.size() + " 0 obj\n<< /Filter /FlateDecode /Length " + length + " >>\nstream\n");
    out.write(packed, 0, length);
    text("\nendstream\nendobj\n");
  }

  private void text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String points(double micrometres) {
    return String.format(Locale.ROOT, "%.3f ", micrometres * POINTS_PER_MICROMETRE);
  }

  /** What is drawn on a page; its ordinate goes up from the lower edge. */
  private final class Content {
    private final Page page;
    private final StringBuilder drawn = new StringBuilder();

    Content(Page page) {
      this.page = page;
    }

    String drawn() {
      for (Mark mark : page.marks()) {
        if (mark instanceof Mark.Text text) {
          draw(text);
        } else if (mark instanceof Mark.Line line) {
          block(
              line.x(),
              line.y(),
              Math.max(line.width(), THICKNESS),
              Math.max(line.height(), THICKNESS));
        } else if (mark instanceof Mark.Qr qr) {
          for (QrSymbol.Block dark : qr.symbol().blocks()) {
            block(
                qr.x() + dark.x() * qr.module(),
                qr.y() + dark.y() * qr.module(),
                dark.width() * qr.module(),
                dark.height() * qr.module());
          }
        }
      }
      return drawn.toString();
    }

    private void draw(Mark.Text text) {
      double scale = text.size() * POINTS_PER_MICROMETRE / GlyphPaths.UNITS;
      int halves = 0;
      for (int point : text.text().codePoints().toArray()) {
        String path = glyphs.of(point);
        if (!path.isEmpty()) {
          String size = String.format(Locale.ROOT, "%.5f", scale);
          drawn.append("q ").append(size).append(" 0 0 ").append(size).append(' ');
          drawn.append(points(text.x() + halves * text.size() / 2.0));
          drawn.append(points(page.height() - text.y() - BASE_LINE * text.size()));
          drawn.append("cm\n").append(path).append("Q\n");
        }
        halves += Glyphs.halves(point);
      }
    }

    private void block(int x, int y, int width, int height) {
      drawn.append(points(x)).append(points(page.height() - y - height));
      drawn.append(points(width)).append(points(height)).append("re f\n");
    }
  }
}
