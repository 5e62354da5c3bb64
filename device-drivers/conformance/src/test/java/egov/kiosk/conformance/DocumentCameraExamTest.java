package egov.kiosk.conformance;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our document camera passes the kit through OpenCV's own V4L2 code, against its emulator. */
@Timeout(300)
class DocumentCameraExamTest {
  @TempDir private Path folder;

  @Test
  void documentCamera_onV4l2_conforms() throws Exception {
    Path sheet = folder.resolve("sheet.png");
    BufferedImage page = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = page.createGraphics();
    brush.setColor(Color.WHITE);
    brush.fillRect(0, 0, page.getWidth(), page.getHeight());
    brush.setColor(Color.BLACK);
    for (int y = 150; y < 1600; y += 60) {
      for (int x = 120; x < 1100; x += 40) {
        brush.fillRect(x, y, 24, 30);
      }
    }
    brush.dispose();
    ImageIO.write(page, "png", sheet.toFile());
    CameraExam.conforms(
        folder,
        "document",
        "table",
        Map.of(
            Gesture.LAY_DOCUMENT, List.of("sheet " + sheet),
            Gesture.TAKE_DOCUMENT_AWAY, List.of("sheet none"),
            Gesture.UNPLUG, List.of("unplug"),
            Gesture.PLUG_IN, List.of("plug")));
  }
}
