package egov.kiosk.emulator.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the paper, read by programs that know nothing of the renderer. */
class PrinterRenderTest {
  @TempDir Path folder;
  private PrinterTestBench bench;

  @BeforeEach
  void switchOn() throws Exception {
    bench = new PrinterTestBench(folder);
  }

  @AfterEach
  void switchOff() throws Exception {
    bench.close();
  }

  @Test
  void receipt_print_isReadableByAScannerAndByTextRecognition() throws Exception {
    String link = "https://example.invalid/r/350102-20261121-000042";
    bench.send(
        Job.begin()
            .hex("1B6101 1D2111")
            .text("办件受理回执\n")
            .hex("1D2100 1B6100")
            .text("受理编号 20261121-000042\n")
            .hex("1B6101 1B6402")
            .qr(6, link.getBytes(StandardCharsets.UTF_8))
            .cut());
    String picture = bench.slipPicture(1).toString();
    assertEquals(link, PrinterTestBench.tool("zbarimg", "-q", "--raw", picture));
    String seen = PrinterTestBench.tool("tesseract", picture, "-", "-l", "chi_sim", "--psm", "4");
    String packed = seen.replaceAll("\\s", "");
    assertTrue(packed.contains("受理编号20261121-000042"), seen);
    assertTrue(packed.contains("办件受理回执"), seen);
  }

  @Test
  void receipt_print_hasItsTextBesideIt() throws Exception {
    bench.send(
        Job.begin()
            .text("第一行\nsecond\n")
            .qr(4, "政务".getBytes(StandardCharsets.UTF_8))
            .text("末行")
            .cut());
    assertEquals("第一行\nsecond\n[QR] 政务\n末行\n\n\n\n", bench.slipText(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 17, 150, 700})
  void bytesOfAnyValue_qr_areDrawnExactly(int length) throws Exception {
    StringBuilder ascii = new StringBuilder();
    for (int i = 0; i < length; i++) {
      ascii.append((char) (' ' + i * 7 % 95));
    }
    bench.send(Job.begin().hex("1B6101 1B6402").qr(4, latin(ascii)).cut());
    String read = PrinterTestBench.tool("zbarimg", "-q", "--raw", bench.slipPicture(1).toString());
    assertEquals(ascii.toString().strip(), read);
  }

  @Test
  void rareCharacters_print_takeOneSquareEach() throws Exception {
    bench.send(Job.begin().text("𠮷㐂龘a\n").cut());
    assertTrue(bench.slipText(1).startsWith("𠮷㐂龘a\n"));
  }

  @Test
  void longLine_print_wrapsAtTwentyFourSquares() throws Exception {
    bench.send(Job.begin().text("字".repeat(25) + "\n").text("a".repeat(49) + "\n").cut());
    String[] lines = bench.slipText(1).split("\n", -1);
    assertEquals("字".repeat(24), lines[0]);
    assertEquals("字", lines[1]);
    assertEquals("a".repeat(48), lines[2]);
    assertEquals("a", lines[3]);
  }

  @Test
  void doubleSize_print_wrapsAtTwelveSquaresAndIsTwiceAsHigh() throws Exception {
    bench.send(Job.begin().hex("1D2111").text("字".repeat(13) + "\n").hex("1D5600").bytes());
    assertTrue(bench.slipText(1).startsWith("字".repeat(12) + "\n字\n"));
    assertEquals(96, ImageIO.read(bench.slipPicture(1).toFile()).getHeight());
  }

  @Test
  void alignment_print_movesTheInk() throws Exception {
    bench.send(
        Job.begin()
            .text("国\n")
            .hex("1B6101")
            .text("国\n")
            .hex("1B6132")
            .text("国\n")
            .hex("1D5600")
            .bytes());
    BufferedImage paper = ImageIO.read(bench.slipPicture(1).toFile());
    assertEquals(576, paper.getWidth());
    assertTrue(hasInk(paper, 0, 24, 0, 34));
    assertTrue(hasInk(paper, 276, 300, 34, 68));
    assertTrue(hasInk(paper, 552, 576, 68, 102));
    assertTrue(!hasInk(paper, 24, 576, 0, 34));
    assertTrue(!hasInk(paper, 0, 276, 34, 68));
    assertTrue(!hasInk(paper, 0, 552, 68, 102));
  }

  @Test
  void raster_print_isDotForDot() throws Exception {
    bench.send(
        Job.begin()
            .hex("1D763000 0200 0200 8001 7FFE")
            .hex("1D763003 0100 0100 40 1D5600")
            .bytes());
    BufferedImage paper = ImageIO.read(bench.slipPicture(1).toFile());
    assertEquals(4, paper.getHeight());
    assertTrue(black(paper, 0, 0) && !black(paper, 1, 0) && black(paper, 15, 0));
    assertTrue(!black(paper, 0, 1) && black(paper, 1, 1) && !black(paper, 15, 1));
    assertTrue(!black(paper, 1, 2) && black(paper, 2, 2) && black(paper, 3, 3));
    assertEquals("[picture 16x2]\n[picture 16x2]\n", bench.slipText(1));
  }

  private static byte[] latin(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean hasInk(BufferedImage paper, int left, int right, int top, int bottom) {
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        if (black(paper, x, y)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean black(BufferedImage paper, int x, int y) {
    return (paper.getRGB(x, y) & 0xFF) < 0x80;
  }
}
