package egov.kiosk.camera;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The driver through OpenCV's own V4L2 code, against the camera emulator in another process. */
@Timeout(120)
class V4l2CameraContractTest {
  @TempDir Path folder;

  private LineProcess emulator;
  private LineProcess driver;

  @BeforeEach
  void start() throws Exception {
    Path shim = folder.resolve("v4l2shim.so");
    Path node = folder.resolve("video0");
    emulator =
        LineProcess.start(
            "egov.kiosk.emulator.Main",
            Map.of(),
            "camera",
            "--dir",
            folder.toString(),
            "--shim",
            shim.toString());
    String ready = emulator.readLine();
    assertTrue(ready.startsWith("ready"), ready);
    driver =
        LineProcess.start(
            CameraProbe.class.getName(),
            Map.of(
                "LD_PRELOAD", shim.toString(),
                "KIOSK_V4L2_NODE", node.toString(),
                "KIOSK_V4L2_DIR", folder.toString()),
            node.toString());
  }

  @AfterEach
  void stop() throws Exception {
    try (LineProcess first = driver;
        LineProcess second = emulator) {
      // Closed in this order.
    }
  }

  /** The driver's answer without the milliseconds at its end. */
  private String ask(String order) {
    String answer = driver.ask(order);
    return answer.substring(0, answer.lastIndexOf(' '));
  }

  private long millis(String order) {
    String answer = driver.ask(order);
    return Long.parseLong(answer.substring(answer.lastIndexOf(' ') + 1));
  }

  @Test
  void pluggedIn_framesAndPreviewArrive() {
    assertEquals("ONLINE/[]", ask("status"));
    assertEquals("0", ask("threads"));
    assertEquals("open", ask("open"));
    assertEquals("1", ask("threads"));
    for (int i = 0; i < 5; i++) {
      assertEquals("1280x720", ask("next 2000"));
    }
    assertEquals("jpeg640x360", ask("preview"));
    assertEquals("BUSY", ask("open"));
    assertTrue(millis("close") < 2_000);
    assertEquals("0", ask("threads"));
    assertEquals("empty", ask("preview"));
    assertEquals("empty", ask("next 50"));
    assertEquals("open", ask("open"));
  }

  @Test
  void pulledOutAndPluggedInAgain_comesBack() {
    ask("open");
    ask("next 2000");

    emulator.ask("unplug");
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> ask("status"), "HARDWARE_ERROR/[CAMERA_LOST]|NO_DEVICE/[NO_DEVICE]"::contains);
    assertEquals("empty", ask("preview"));
    assertTrue(millis("next 300") >= 290, "waits its time instead of spinning");

    emulator.ask("plug");
    assertEquals("1280x720", ask("next 3000"));
    assertEquals("ONLINE/[]", ask("status"));
  }

  @Test
  void neverPluggedIn_isNoDeviceUntilPluggedIn() {
    emulator.ask("unplug");
    assertEquals("NO_DEVICE", ask("open"));
    assertEquals("NO_DEVICE/[NO_DEVICE]", ask("status"));
    assertEquals("FAIL", ask("check"));
    assertEquals("0", ask("threads"));

    emulator.ask("plug");
    assertEquals("ONLINE/[]", ask("status"));
    assertEquals("OK", ask("check"));
    assertEquals("open", ask("open"));
  }

  @Test
  void stalled_nobodyWaitsForIt() {
    ask("open");
    ask("next 2000");
    emulator.ask("stall");
    await().atMost(Duration.ofSeconds(5)).until(() -> ask("next 200"), "empty"::equals);

    assertTrue(millis("next 300") < 2_000);
    assertTrue(millis("close") < 5_000);
    assertTrue(millis("open") < 10_000);

    emulator.ask("plug");
    await().atMost(Duration.ofSeconds(20)).until(() -> ask("open"), "open"::equals);
  }
}
