package egov.kiosk.emulator.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SceneTest {

  @Test
  void consecutiveFrames_loop_allDiffer() throws Exception {
    FrameLoop loop = FrameLoop.of(Scene.empty());
    for (int i = 0; i < 31; i++) {
      assertFalse(Arrays.equals(loop.frame(i), loop.frame(i + 1)), "frames " + i);
    }
  }

  @Test
  void frame_loop_isAJpegOfTheCamerasSizeThatFitsTheShim() throws Exception {
    byte[] jpeg = FrameLoop.of(Scene.empty()).frame(0);
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
    assertEquals(1280, picture.getWidth());
    assertEquals(720, picture.getHeight());
    assertTrue(jpeg.length < 1024 * 1024);
  }

  @Test
  void manyFrames_loop_neverRepeatAndLookAlike() throws Exception {
    FrameLoop loop = FrameLoop.of(Scene.empty());
    Set<String> different = new HashSet<>();
    for (int i = 0; i < 1_500; i++) {
      different.add(Base64.getEncoder().encodeToString(loop.frame(i)));
    }
    assertEquals(1_500, different.size());
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(loop.frame(1_499)));
    assertEquals(grey(picture, 640, 300), grey(picture, 640, 715), 12);
    assertEquals(grey(picture, 40, 300), grey(picture, 1270, 718), 12);
  }

  @Test
  void light_at_fallsOnTheWall() throws Exception {
    assertTrue(grey(Scene.empty().in(Light.COVERED).at(0), 20, 20) < 8);
    assertTrue(grey(Scene.empty().in(Light.DARK).at(0), 20, 20) < 40);
    assertTrue(grey(Scene.empty().in(Light.BACK_LIT).at(0), 20, 20) > 240);
  }

  @Test
  void face_at_liesInTheMiddleAndTheWallAround() {
    BufferedImage black = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
    BufferedImage picture = Scene.of(black, 400).at(0);
    assertTrue(grey(picture, 640, 360) < 10);
    assertTrue(grey(picture, 640 - 150, 360 - 150) < 10);
    assertTrue(grey(picture, 640 - 230, 360) > 150);
    assertTrue(grey(picture, 20, 20) > 150);
  }

  @Test
  void sameMoment_at_isTheSamePicture() {
    assertEquals(Scene.empty().at(0.4).getRGB(7, 9), Scene.empty().at(0.4).getRGB(7, 9));
  }

  private static int grey(BufferedImage picture, int x, int y) {
    return picture.getRGB(x, y) & 0xFF;
  }
}
