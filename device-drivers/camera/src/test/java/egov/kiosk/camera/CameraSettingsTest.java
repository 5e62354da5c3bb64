package egov.kiosk.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "video0, 1280, 720, 15, device",
    "https://camera/stream, 1280, 720, 15, device",
    "http://user:word@camera/stream, 1280, 720, 15, device",
    "http:///stream, 1280, 720, 15, device",
    "http://camera:70000/stream, 1280, 720, 15, device",
    "/dev/video0, 319, 720, 15, width",
    "/dev/video0, 4097, 720, 15, width",
    "/dev/video0, 1280, 239, 15, height",
    "/dev/video0, 1280, 3073, 15, height",
    "/dev/video0, 1280, 720, 0, fps",
    "/dev/video0, 1280, 720, 61, fps"
  })
  void outsideTheLimits_isRefusedByKey(String device, int width, int height, int fps, String key) {
    String refusal =
        assertThrows(
                IllegalArgumentException.class,
                () -> CameraSettings.of("camera", device, width, height, fps))
            .getMessage();

    assertTrue(refusal.startsWith("camera: " + key + " is "), refusal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://10.0.0.7/video", "http://[fe80::1]:8080/?a=b", "HTTP://camera.local:81"})
  void networkAddress_isTaken(String address) {
    CameraSettings settings = CameraSettings.of("camera", address, 1280, 720, 15);

    assertEquals(URI.create(address), settings.device().url().orElseThrow());
  }
}
