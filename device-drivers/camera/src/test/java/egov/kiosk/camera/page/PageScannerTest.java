package egov.kiosk.camera.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.camera.OpenCvForTests;
import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.device.DocumentPage;
import egov.kiosk.domain.device.PageFlaw;
import egov.kiosk.domain.device.PageOutline;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageScannerTest {
  private final PageScanner scanner = new PageScanner();

  @BeforeAll
  static void load() {
    OpenCvForTests.load();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 3, -7, 12, -15})
  void sheet_atAnyTilt_isCutOutStraight(double degrees) throws Exception {
    try (Frame frame = new Table().turned(degrees).frame();
        DocumentPage page = scanner.scan(frame)) {
      assertEquals(Set.of(), page.flaws());
      assertEquals(Table.SHEET_WIDTH, page.width(), 12);
      assertEquals(Table.SHEET_HEIGHT, page.height(), 12);
      assertTrue(page.jpeg().length < DocumentPage.MOST_BYTES);
      BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(page.jpeg()));
      assertEquals(page.width(), decoded.getWidth());
      // A strip along each side is paper: nothing of the table is left in.
      assertTrue((decoded.getRGB(page.width() / 2, 8) & 0xFF) > 180);
      assertTrue((decoded.getRGB(8, page.height() / 2) & 0xFF) > 180);
    }
  }

  @Test
  void outline_sheetInTheMiddle_isRelative() {
    try (Frame frame = new Table().frame()) {
      PageOutline.Corner first = scanner.outline(frame).orElseThrow().corners().get(0);
      double x = (Table.WIDTH - Table.SHEET_WIDTH) / 2.0 / Table.WIDTH;
      double y = (Table.HEIGHT - Table.SHEET_HEIGHT) / 2.0 / Table.HEIGHT;
      assertEquals(x, first.x(), 0.01);
      assertEquals(y, first.y(), 0.01);
    }
  }

  @Test
  void emptyTable_noSheet_saysNoEdges() {
    try (Frame frame = new Table().empty().frame();
        DocumentPage page = scanner.scan(frame)) {
      assertTrue(page.flaws().contains(PageFlaw.NO_EDGES));
      assertTrue(scanner.outline(frame).isEmpty());
    }
  }

  @Test
  void sheet_overTheEdgeOfThePicture_saysCutOff() {
    try (Frame frame = new Table().shifted(700).frame();
        DocumentPage page = scanner.scan(frame)) {
      assertTrue(page.flaws().contains(PageFlaw.CUT_OFF), page.flaws().toString());
    }
  }

  @Test
  void sheet_underALamp_saysGlare() {
    try (Frame frame = new Table().underALamp().frame();
        DocumentPage page = scanner.scan(frame)) {
      assertEquals(Set.of(PageFlaw.GLARE), page.flaws());
    }
  }

  @Test
  void sheet_outOfFocus_saysBlurred() {
    try (Frame frame = new Table().unsharp(6).frame();
        DocumentPage page = scanner.scan(frame)) {
      assertTrue(page.flaws().contains(PageFlaw.BLURRED), page.flaws().toString());
    }
  }

  @Test
  void sheet_inTheDark_saysDark() {
    try (Frame frame = new Table().lit(60).frame();
        DocumentPage page = scanner.scan(frame)) {
      assertTrue(page.flaws().contains(PageFlaw.DARK), page.flaws().toString());
    }
  }

  @Test
  void noise_thatNoQualityMakesSmall_stillFits() {
    byte[] noise = new byte[3_000 * 2_000 * 3];
    new Random(3).nextBytes(noise);
    try (Frame frame = new Frame(3_000, 2_000, noise, Instant.EPOCH);
        DocumentPage page = scanner.scan(frame)) {
      assertTrue(page.jpeg().length <= DocumentPage.MOST_BYTES);
      assertTrue(page.flaws().contains(PageFlaw.NO_EDGES));
    }
  }
}
