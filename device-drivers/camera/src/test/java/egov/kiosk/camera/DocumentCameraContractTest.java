package egov.kiosk.camera;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pages through OpenCV's own V4L2 code, against the camera emulator in another process. */
@Timeout(120)
class DocumentCameraContractTest {
  @TempDir Path folder;

  private Rig rig;

  @BeforeEach
  void layASheet() throws Exception {
    rig =
        Rig.start(folder, PageProbe.class, folder.resolve("video0").toString(), "--view", "table");
    assertTrue(rig.ready.contains("width=1920 height=1440"), rig.ready);
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  /** Drawn by the emulator 1,200 pixels high, so that it is 848 wide. */
  private Path sheet() throws IOException {
    BufferedImage sheet = new BufferedImage(1060, 1500, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = sheet.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 1060, 1500);
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SERIF, Font.PLAIN, 32));
    for (int line = 0; line < 30; line++) {
      pen.drawString("Sphinx of black quartz, judge my vow 0123456789", 70, 110 + line * 44);
    }
    pen.dispose();
    Path file = folder.resolve("sheet.png");
    ImageIO.write(sheet, "png", file.toFile());
    return file;
  }

  private String pageOf(String order, String flaw) {
    assertEquals("ok", rig.emulator.ask(order).strip());
    // The picture under way is still of the scene before.
    await().atMost(Duration.ofSeconds(20)).until(() -> rig.ask("take"), t -> t.contains(flaw));
    return rig.ask("take");
  }

  @Test
  void sheet_straightAndTilted_isAPageWithoutFlaws() throws Exception {
    for (String tilt : new String[] {"", " tilt=8", " tilt=-12"}) {
      String[] page = pageOf("sheet " + sheet() + tilt, "[]").split("[x ]");
      assertEquals(848, Integer.parseInt(page[0]), 14);
      assertEquals(1200, Integer.parseInt(page[1]), 14);
    }
    assertEquals("seen", rig.ask("outline"));
  }

  @Test
  void emptyTable_lamp_andEdge_areSaid() throws Exception {
    assertTrue(rig.ask("take").contains("NO_EDGES"));
    assertEquals("none", rig.ask("outline"));
    assertTrue(pageOf("sheet " + sheet() + " lamp", "GLARE").endsWith("[GLARE]"));
    assertTrue(pageOf("sheet " + sheet() + " shift=680", "CUT_OFF").contains("CUT_OFF"));
  }
}
