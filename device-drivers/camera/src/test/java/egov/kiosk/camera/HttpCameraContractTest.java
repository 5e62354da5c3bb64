package egov.kiosk.camera;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The network camera's driver against the camera emulator in another process. */
@Timeout(120)
class HttpCameraContractTest {
  @TempDir Path folder;

  private Rig rig(String host, String url) throws Exception {
    return Rig.start(folder, CameraProbe.class, url, "--http", "0", "--host", host);
  }

  private Rig rig() throws Exception {
    return rig("127.0.0.1", "http://127.0.0.1:PORT/video?channel=1");
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, http://127.0.0.1:PORT/video", "::1, http://[::1]:PORT"})
  void pictures_arrive(String host, String url) throws Exception {
    try (Rig rig = rig(host, url)) {
      assertEquals("ONLINE/[]", rig.ask("status"));
      assertEquals("open", rig.ask("open"));
      for (int i = 0; i < 20; i++) {
        assertEquals("1280x720", rig.ask("next 3000"));
      }
      assertEquals("jpeg640x360", rig.ask("preview"));
      rig.emulator.ask("http no-length");
      await().atMost(Duration.ofSeconds(20)).until(() -> rig.ask("next 500"), "1280x720"::equals);
      assertEquals("1280x720", rig.ask("next 3000"));
      assertTrue(rig.millis("close") < 5_000);
      assertEquals("0", rig.ask("threads"));
    }
  }

  @Test
  void lies_areNoPictures_andTheTruthHeals() throws Exception {
    try (Rig rig = rig()) {
      assertEquals("open", rig.ask("open"));
      for (String lie : List.of("redirect", "garbage", "endless", "huge", "drip")) {
        rig.emulator.ask("http " + lie);
        String lost = "HARDWARE_ERROR/[CAMERA_LOST]";
        assertEquals(lost, rig.ask("settled " + lost), lie);
        assertEquals("empty", rig.ask("next 300"), lie);
        rig.emulator.ask("http none");
        assertEquals("ONLINE/[]", rig.ask("settled ONLINE/[]"), lie);
      }
    }
  }

  @Test
  void nobodyThere_isCameraLost() throws Exception {
    try (Rig rig = rig("127.0.0.1", "http://127.0.0.1:1/video")) {
      assertEquals("CAMERA_LOST", rig.ask("open"));
    }
  }
}
