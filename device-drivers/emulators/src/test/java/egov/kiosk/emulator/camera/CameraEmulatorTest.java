package egov.kiosk.emulator.camera;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.emulator.control.OrderException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraEmulatorTest {
  @TempDir Path folder;

  @Test
  void orders_obey_leaveTheirMarksInTheFolder() throws Exception {
    try (CameraEmulator camera = CameraEmulator.start(List.of("--dir", folder.toString()))) {
      assertTrue(Files.exists(folder.resolve("video0")));
      camera.obey(List.of("stall"));
      assertTrue(Files.exists(folder.resolve("stall")));
      camera.obey(List.of("unplug"));
      assertTrue(Files.exists(folder.resolve("unplug")));
      assertFalse(Files.exists(folder.resolve("video0")));
      camera.obey(List.of("plug"));
      assertFalse(Files.exists(folder.resolve("stall")));
      assertFalse(Files.exists(folder.resolve("unplug")));
      await().until(() -> frames(camera) > 20);
    }
    assertTrue(Files.exists(folder.resolve("unplug")));
  }

  @Test
  void impossibleOrders_obey_areRefused() throws Exception {
    Path noPicture = Files.writeString(folder.resolve("text.jpg"), "text");
    try (CameraEmulator camera = CameraEmulator.start(List.of("--dir", folder.toString()))) {
      for (List<String> words :
          List.of(
              List.of("dance"),
              List.of("face"),
              List.of("light", "green"),
              List.of("sheet"),
              List.of("sheet", "none", "sideways"),
              List.of("raw", folder.resolve("absent.jpg").toString()),
              List.of("loop", "0"),
              List.of("http", "none"),
              List.of("face", folder.resolve("absent.jpg").toString()),
              List.of("face", noPicture.toString()),
              List.of("face", noPicture.toString(), "1", "2"))) {
        assertThrows(OrderException.class, () -> camera.obey(words), words.toString());
      }
      assertEquals("", camera.obey(List.of("face", "none")));
    }
  }

  private static long frames(CameraEmulator camera) throws OrderException {
    return Long.parseLong(camera.obey(List.of("stats")).split("=")[1]);
  }
}
