package egov.kiosk.documents.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import egov.kiosk.documents.Lab;
import egov.kiosk.documents.Samples;
import egov.kiosk.documents.ofd.Container;
import egov.kiosk.documents.ofd.OfdEntries;
import egov.kiosk.documents.ofd.RareGlyphs;
import egov.kiosk.documents.page.Layout;
import egov.kiosk.documents.page.Mark;
import egov.kiosk.documents.page.SealSize;
import egov.kiosk.documents.page.SlipTemplate;
import egov.kiosk.domain.document.DocumentCheck;
import egov.kiosk.domain.document.Verdict;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ofdrw reads, verifies and paints what we write, and we verify what it seals. */
class OfdrwTest {
  private static final int DOTS = 8;

  @TempDir static Path directory;
  private static Lab lab;
  private static Ofdrw ofdrw;
  private static Path slip;
  private static Path copy;
  private static Layout layout;

  @BeforeAll
  static void write() throws Exception {
    lab = new Lab();
    ofdrw = new Ofdrw();
    slip = directory.resolve("slip.ofd");
    copy = directory.resolve("copy.ofd");
    Files.write(slip, lab.documents().slip(Samples.slip(), Lab.NOW));
    Files.write(copy, lab.documents().certificateCopy(Samples.certificate(40), Lab.NOW));
    layout =
        SlipTemplate.set(Samples.slip(), LocalDate.of(2026, 6, 1), new SealSize(40_000, 40_000));
  }

  @AfterAll
  static void close() throws Exception {
    ofdrw.close();
  }

  @Test
  void seals_holdThere() throws Exception {
    ofdrw.verify(slip);
    ofdrw.verify(copy);
    byte[] altered = Files.readAllBytes(slip);
    // Inside the page's stored text; ofdrw does not look at checksums of the container first.
    altered[2_000] ^= 1;
    Path other = directory.resolve("altered.ofd");
    Files.write(other, altered);
    assertThrows(Exception.class, () -> ofdrw.verify(other));
  }

  @Test
  void text_isTheSameThere() throws Exception {
    String ours =
        layout.pages().get(0).marks().stream()
            .filter(Mark.Text.class::isInstance)
            .map(mark -> ((Mark.Text) mark).text())
            .collect(Collectors.joining());
    assertEquals(ours, String.join("", ofdrw.texts(slip)));
    assertTrue(String.join("", ofdrw.texts(copy)).contains("姓名\uD842\uDFB7㐂证件号码"));
  }

  @Test
  void everyCharacter_leavesInkInItsPlace() throws Exception {
    BufferedImage picture = ofdrw.picture(slip, 0, DOTS);
    assertEquals(80 * DOTS, picture.getWidth());
    for (Mark mark : layout.pages().get(0).marks()) {
      if (mark instanceof Mark.Text text) {
        int x = text.x();
        for (int codePoint : text.text().codePoints().toArray()) {
          int width = text.size() * (codePoint < 0x80 ? 1 : 2) / 2;
          assertEquals(
              codePoint != ' ',
              dark(picture, x, text.y(), width, text.size()),
              () -> "ink of U+" + Integer.toHexString(codePoint));
          x += width;
        }
      }
    }
  }

  @Test
  void qrCode_isReadFromThePicture() throws Exception {
    BufferedImage picture = ofdrw.picture(slip, 0, DOTS);
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    String read =
        new QRCodeReader()
            .decode(
                new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
            .getText();
    assertEquals(Samples.QR, read);
  }

  @Test
  void seal_isPaintedWhereItStands() throws Exception {
    BufferedImage picture = ofdrw.picture(slip, 0, DOTS);
    int centreX = (layout.seal().x() + layout.seal().width() / 2) * DOTS / 1000;
    int centreY = (layout.seal().y() + layout.seal().height() / 2) * DOTS / 1000;
    int star = picture.getRGB(centreX, centreY);
    assertTrue(
        (star >> 16 & 0xFF) > 150 && (star & 0xFF) < 80, "red: " + Integer.toHexString(star));
  }

  @Test
  void documentSealedThere_isValidHere() throws Exception {
    Path plain = directory.resolve("plain.ofd");
    Path sealed = directory.resolve("sealed.ofd");
    Files.write(plain, Container.pack(OfdEntries.of(layout, RareGlyphs.NONE, false).entries()));
    // ofdrw seals by the clock of the machine this runs on.
    Instant now = Instant.now();
    Lab today = new Lab(now.minus(1, ChronoUnit.DAYS), now.plus(1, ChronoUnit.DAYS));
    ofdrw.seal(plain, sealed, today.seal, today.kiosk, directory.resolve("key.pem"));
    ofdrw.verify(sealed);
    DocumentCheck check = today.verifier(Set.of(Lab.MAKER), now).verify(Files.readAllBytes(sealed));
    assertEquals(Verdict.VALID, check.verdict(), check.reason());
    assertEquals(Lab.NAME, check.seal().orElseThrow().sealName());
  }

  private static boolean dark(BufferedImage picture, int x, int y, int width, int height) {
    for (int row = y * DOTS / 1000; row < (y + height) * DOTS / 1000; row++) {
      for (int column = x * DOTS / 1000; column < (x + width) * DOTS / 1000; column++) {
        if ((picture.getRGB(column, row) & 0xFF) < 0x80) {
          return true;
        }
      }
    }
    return false;
  }
}
