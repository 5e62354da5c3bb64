package egov.kiosk.pageprinter.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.print.GrayPage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PwgRasterTest {
  /** Undoes the packing, as PWG 5102.4 §4.4 tells a reader to. */
  private static byte[] unpacked(byte[] file, int width, int height) {
    ByteBuffer in = ByteBuffer.wrap(file, 4 + 1796, file.length - 4 - 1796);
    ByteBuffer dots = ByteBuffer.allocate(width * height);
    while (dots.hasRemaining()) {
      int repeats = Byte.toUnsignedInt(in.get()) + 1;
      byte[] line = new byte[width];
      int x = 0;
      while (x < width) {
        int code = Byte.toUnsignedInt(in.get());
        assertTrue(code != 128, "never used");
        if (code < 128) {
          Arrays.fill(line, x, x + code + 1, in.get());
          x += code + 1;
        } else {
          in.get(line, x, 257 - code);
          x += 257 - code;
        }
      }
      for (int i = 0; i < repeats; i++) {
        dots.put(line);
      }
    }
    assertEquals(0, in.remaining());
    return dots.array();
  }

  @Property(tries = 300)
  void everyPage_comesBackDotForDot(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 700) int width,
      @ForAll @IntRange(min = 1, max = 20) int height,
      @ForAll @IntRange(min = 1, max = 256) int shades) {
    Random random = new Random(seed);
    byte[] dots = new byte[width * height];
    for (int i = 0; i < dots.length; i++) {
      dots[i] =
          i >= width && random.nextInt(4) > 0 ? dots[i - width] : (byte) random.nextInt(shades);
    }
    byte[] file = PwgRaster.of(List.of(new GrayPage(width, height, 300, dots)));
    assertArrayEquals(dots, unpacked(file, width, height));
  }

  @Test
  void whitePage_isTiny() {
    byte[] white = new byte[2480 * 3508];
    Arrays.fill(white, (byte) 0xFF);
    GrayPage page = new GrayPage(2480, 3508, 300, white);
    assertTrue(PwgRaster.of(List.of(page)).length < 4_000);
    assertTrue(new String(PicturePdf.of(List.of(page, page))).startsWith("%PDF-1.4"));
  }

  @Test
  void sheet_hasInkAndOneThatIsTooLongIsRefused() {
    Slip.Line line = Slip.Text.of("受理号 3501");
    GrayPage page = SheetDrawing.draw(new Slip(List.of(line, new Slip.QrCode("x"))), 150);
    assertEquals(1240, page.width());
    int ink = 0;
    for (byte dot : page.dots()) {
      ink += dot == 0 ? 1 : 0;
    }
    assertTrue(ink > 1_000, "dots of ink: " + ink);
    Slip.Line[] many = new Slip.Line[200];
    Arrays.fill(many, line);
    assertThrows(
        IllegalArgumentException.class, () -> SheetDrawing.draw(new Slip(List.of(many)), 150));
  }
}
