package egov.kiosk.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;

/** Attack test D13, at the camera's decoder. */
class JpegEyeTest {
  private static final byte RED = (byte) 0xFE;

  private final JpegEye eye = new JpegEye("camera");
  private final Mat picture = new Mat();

  @BeforeAll
  static void loadOpenCv() {
    OpenCvNative.load();
  }

  private static byte[] jpeg(Color colour, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = image.createGraphics();
    brush.setColor(colour);
    brush.fillRect(0, 0, width, height);
    brush.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }

  @Test
  void wholePicture_isDecoded() throws Exception {
    assertTrue(eye.decode(jpeg(Color.RED, 640, 480), picture));
    assertEquals(640, picture.cols());
    assertEquals(RED, (byte) picture.get(100, 100)[2]);
  }

  @Test
  void cutPicture_afterAWholeOne_showsNothingOfIt() throws Exception {
    byte[] blue = jpeg(Color.BLUE, 640, 480);
    for (int i = 0; i < 4; i++) {
      assertTrue(eye.decode(jpeg(Color.RED, 640, 480), picture));
      assertFalse(eye.decode(Arrays.copyOf(blue, blue.length * 2 / 3), new Mat()));
    }
    // The attacker ends it properly: the decoder fills up, but not with what it had before.
    byte[] ended = Arrays.copyOf(blue, blue.length * 2 / 3);
    ended[ended.length - 2] = (byte) 0xFF;
    ended[ended.length - 1] = (byte) 0xD9;
    Mat filled = new Mat();
    if (eye.decode(ended, filled)) {
      for (int y = 0; y < filled.rows(); y += 7) {
        for (int x = 0; x < filled.cols(); x += 7) {
          assertTrue(filled.get(y, x)[2] < 200, "red at " + x + "," + y);
        }
      }
    }
  }

  @Test
  void fifthInARow_isTheCamerasFault_andAGoodOneStartsAnew() throws Exception {
    byte[] none = {1, 2, 3};
    for (int i = 0; i < 4; i++) {
      assertFalse(eye.decode(none, picture));
    }
    assertTrue(eye.decode(jpeg(Color.RED, 64, 48), picture));
    for (int i = 0; i < 4; i++) {
      assertFalse(eye.decode(none, picture));
    }
    DeviceException refused = assertThrows(DeviceException.class, () -> eye.decode(none, picture));
    assertEquals(FaultCode.PICTURE_REFUSED, refused.fault());
  }

  @Test
  void damagedPictures_areDecodedOrRefused_andNothingElse() throws Exception {
    byte[] whole = jpeg(Color.GREEN, 160, 120);
    Random random = new Random(13);
    int decoded = 0;
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      for (int n = 0; n <= random.nextInt(4); n++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        decoded += eye.decode(damaged, picture) ? 1 : 0;
      } catch (DeviceException refused) {
        assertEquals(FaultCode.PICTURE_REFUSED, refused.fault());
      }
    }
    assertTrue(decoded > 0 && decoded < 300, decoded + " decoded");
  }
}
