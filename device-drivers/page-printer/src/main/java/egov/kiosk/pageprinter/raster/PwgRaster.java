package egov.kiosk.pageprinter.raster;

import egov.kiosk.domain.print.GrayPage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Drawn pages as PWG raster (PWG 5102.4), 8-bit sGray, one-sided, A4. */
public final class PwgRaster {
  private static final int HEADER = 1796;
  private static final int S_GRAY = 18;
  private static final int LONGEST_RUN = 128;
  private static final int MOST_REPEATS = 256;

  private PwgRaster() {}

  /** The file for these pages. */
  public static byte[] of(List<GrayPage> pages) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("RaS2".getBytes(StandardCharsets.US_ASCII));
    for (GrayPage page : pages) {
      out.writeBytes(header(page, pages.size()));
      lines(page, out);
    }
    return out.toByteArray();
  }

  private static byte[] header(GrayPage page, int total) {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.put(0, "PwgRaster".getBytes(StandardCharsets.US_ASCII));
    // HWResolution, NumCopies, PageSize in points
    header.putInt(276, page.dotsPerInch()).putInt(280, page.dotsPerInch());
    header.putInt(340, 1);
    header.putInt(352, points(page.width(), page)).putInt(356, points(page.height(), page));
    // Width, Height, BitsPerColor, BitsPerPixel, BytesPerLine, ColorSpace, NumColors
    header.putInt(372, page.width()).putInt(376, page.height());
    header.putInt(384, 8).putInt(388, 8).putInt(392, page.width());
    header.putInt(400, S_GRAY).putInt(420, 1);
    // TotalPageCount, CrossFeedTransform, FeedTransform
    header.putInt(452, total).putInt(456, 1).putInt(460, 1);
    header.put(1732, "iso_a4_210x297mm".getBytes(StandardCharsets.US_ASCII));
    return header.array();
  }

  private static int points(int dots, GrayPage page) {
    return Math.round(dots * 72f / page.dotsPerInch());
  }

  private static void lines(GrayPage page, ByteArrayOutputStream out) {
    int y = 0;
    while (y < page.height()) {
      byte[] line = page.row(y);
      int repeats = 1;
      while (repeats < MOST_REPEATS
          && y + repeats < page.height()
          && Arrays.equals(line, page.row(y + repeats))) {
        repeats++;
      }
      out.write(repeats - 1);
      pack(line, out);
      y += repeats;
    }
  }

  /** Runs as (count - 1, value), single dots as (257 - count, values), PWG 5102.4 §4.4. */
  private static void pack(byte[] line, ByteArrayOutputStream out) {
    int x = 0;
    while (x < line.length) {
      int run = run(line, x);
      if (run > 1 || x + 1 == line.length) {
        out.write(run - 1);
        out.write(line[x]);
        x += run;
        continue;
      }
      int count = 1;
      while (count < LONGEST_RUN && x + count < line.length && run(line, x + count) == 1) {
        count++;
      }
      if (count == 1) {
        out.write(0);
      } else {
        out.write(257 - count);
      }
      out.write(line, x, count);
      x += count;
    }
  }

  private static int run(byte[] line, int from) {
    int run = 1;
    while (run < LONGEST_RUN && from + run < line.length && line[from + run] == line[from]) {
      run++;
    }
    return run;
  }
}
