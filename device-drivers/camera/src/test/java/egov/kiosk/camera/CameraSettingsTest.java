package egov.kiosk.camera;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "video0, 1280, 720, 15, device",
    "/dev/video0, 319, 720, 15, width",
    "/dev/video0, 4097, 720, 15, width",
    "/dev/video0, 1280, 239, 15, height",
    "/dev/video0, 1280, 3073, 15, height",
    "/dev/video0, 1280, 720, 0, fps",
    "/dev/video0, 1280, 720, 61, fps"
  })
  void outsideTheLimits_isRefusedByKey(Path device, int width, int height, int fps, String key) {
    String refusal =
        assertThrows(
                IllegalArgumentException.class,
                () -> new CameraSettings("camera", device, width, height, fps))
            .getMessage();

    assertTrue(refusal.startsWith("camera: " + key + " is "), refusal);
  }
}
