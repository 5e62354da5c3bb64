package egov.kiosk.conformance;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our camera passes the kit through OpenCV's own V4L2 code, against its emulator. */
@Timeout(300)
class CameraExamTest {
  @TempDir private Path folder;

  @Test
  void camera_onV4l2_conforms() throws Exception {
    Path face = folder.resolve("face.png");
    ImageIO.write(new BufferedImage(400, 500, BufferedImage.TYPE_INT_RGB), "png", face.toFile());
    CameraExam.conforms(folder, "camera", "face", Hands.camera(face.toString()));
  }
}
