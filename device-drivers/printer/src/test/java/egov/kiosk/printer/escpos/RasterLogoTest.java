package egov.kiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RasterLogoTest {
  private static byte[] png(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int x = 0; x < width; x++) {
      image.setRGB(x, 0, x % 2 == 0 ? 0xFF000000 : 0xFFFFFFFF);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  @Test
  void picture_becomesOneBitADot() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RasterLogo.of(png(12, 2)).writeTo(out);
    // GS v 0, normal size, 2 bytes across, 2 rows: black and white by turns, then transparent.
    assertArrayEquals(
        new byte[] {0x1D, 0x76, 0x30, 0, 2, 0, 2, 0, (byte) 0b1010_1010, (byte) 0b1010_0000, 0, 0},
        out.toByteArray());
  }

  @Test
  void largerThanPaper_isRefusedByItsHeader() {
    assertThrows(IOException.class, () -> RasterLogo.of(png(577, 10)));
    byte[] bomb = png(8, 8);
    ByteBuffer.wrap(bomb).putInt(16, 65_535).putInt(20, 65_535);
    IOException e = assertThrows(IOException.class, () -> RasterLogo.of(bomb));
    assertEquals("a logo is at most 576 by 400 dots", e.getMessage());
  }

  @Test
  void otherFormats_areRefused() {
    for (String start : new String[] {"", "GIF89a", "\u00FF\u00D8\u00FF", "<svg", "II*"}) {
      byte[] bytes = Arrays.copyOf(start.getBytes(), 100);
      assertThrows(IOException.class, () -> RasterLogo.of(bytes));
    }
  }

  @Property(tries = 300)
  void damagedPng_isRefusedOrRead(@ForAll @IntRange(max = 5_000) int at, @ForAll byte value) {
    byte[] bytes = png(16, 16);
    bytes[at % bytes.length] = value;
    try {
      RasterLogo.of(bytes);
    } catch (IOException e) {
      assertEquals(true, e.getMessage().contains("logo"));
    }
  }
}
