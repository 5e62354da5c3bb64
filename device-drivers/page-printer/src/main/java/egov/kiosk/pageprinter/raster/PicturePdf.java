package egov.kiosk.pageprinter.raster;

import egov.kiosk.domain.print.GrayPage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/** Drawn pages as a PDF 1.4 (ISO 32000-1) with one picture a page, for printers without raster. */
public final class PicturePdf {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  private PicturePdf() {}

  /** The file for these pages. */
  public static byte[] of(List<GrayPage> pages) {
    return new PicturePdf().written(pages);
  }

  /** Objects: 1 catalogue, 2 page tree, then three a page: page, contents, picture. */
  private byte[] written(List<GrayPage> pages) {
    text("%PDF-1.4\n");
    object("<< /Type /Catalog /Pages 2 0 R >>");
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      kids.append(3 + 3 * i).append(" 0 R ");
    }
    object("<< /Type /Pages /Count " + pages.size() + " /Kids [" + kids + "] >>");
    for (int i = 0; i < pages.size(); i++) {
      page(pages.get(i), 3 + 3 * i);
    }
    int table = out.size();
    text("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
    for (int offset : offsets) {
      text(String.format(Locale.ROOT, "%010d 00000 n \n", offset));
    }
    text("trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R >>\nstartxref\n");
    text(table + "\n%%EOF\n");
    return out.toByteArray();
  }

  private void page(GrayPage page, int number) {
    String width = points(page.width(), page);
    String height = points(page.height(), page);
    object(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 "
            + width
            + " "
            + height
            + "] /Contents "
            + (number + 1)
            + " 0 R /Resources << /XObject << /P "
            + (number + 2)
            + " 0 R >> >> >>");
    stream("", (width + " 0 0 " + height + " 0 0 cm /P Do").getBytes(StandardCharsets.US_ASCII));
    stream(
        "/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Width "
            + page.width()
            + " /Height "
            + page.height()
            + " /Filter /FlateDecode ",
        deflated(page.dots()));
  }

  private static String points(int dots, GrayPage page) {
    return String.format(Locale.ROOT, "%.2f", dots * 72.0 / page.dotsPerInch());
  }

  private static byte[] deflated(byte[] dots) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(dots);
      deflater.finish();
      ByteArrayOutputStream small = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        small.write(buffer, 0, deflater.deflate(buffer));
      }
      return small.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private void object(String words) {
    offsets.add(out.size());
    text(offsets.size() + " 0 obj\n" + words + "\nendobj\n");
  }

  private void stream(String words, byte[] bytes) {
    offsets.add(out.size());
    text(offsets.size() + " 0 obj\n<< " + words + "/Length " + bytes.length + " >>\nstream\n");
    out.writeBytes(bytes);
    text("\nendstream\nendobj\n");
  }

  private void text(String words) {
    out.writeBytes(words.getBytes(StandardCharsets.US_ASCII));
  }
}
