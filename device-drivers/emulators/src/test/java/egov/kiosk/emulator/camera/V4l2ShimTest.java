package egov.kiosk.emulator.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.emulator.ChildProcess;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shim compiled by gcc and judged by OpenCV's own V4L2 code. */
class V4l2ShimTest {
  private static final String NODE = "/dev/video0";

  @TempDir Path folder;

  @Test
  void openCv_throughTheShim_seesACameraThatCanBeUnplugged() throws Exception {
    Path shim = folder.resolve("v4l2shim.so");
    Path dir = folder.resolve("camera");
    List<String> options = List.of("--dir", dir.toString(), "--shim", shim.toString());
    try (CameraEmulator camera = CameraEmulator.start(options);
        ChildProcess viewer = viewer(shim, dir)) {
      assertEquals("open V4L2", viewer.ask("open"));
      String[] empty = viewer.ask("read 16").split(" ");
      assertEquals("16", empty[0]);
      assertEquals("1280x720", empty[1]);
      // 16 frames at 15 a second: the shim is not faster than the camera it plays.
      assertTrue(Long.parseLong(empty[3]) >= 950, empty[3] + " ms");

      camera.obey(List.of("face", blackFace().toString(), "720"));
      viewer.ask("read 8");
      int lit = Integer.parseInt(empty[2]);
      int darker = Integer.parseInt(viewer.ask("read 1").split(" ")[2]);
      assertTrue(darker < lit - 50, lit + " then " + darker);

      camera.obey(List.of("unplug"));
      assertEquals("0", viewer.ask("read 1").split(" ")[0]);
      assertEquals("released", viewer.ask("release"));
      assertEquals("closed", viewer.ask("open"));

      camera.obey(List.of("plug"));
      assertEquals("open V4L2", viewer.ask("open"));
      assertEquals("2", viewer.ask("read 2").split(" ")[0]);
    }
  }

  @Test
  void openCv_stalledCamera_waitsAndComesBackWhenThePlugIsCycled() throws Exception {
    Path shim = folder.resolve("v4l2shim.so");
    Path dir = folder.resolve("camera");
    List<String> options = List.of("--dir", dir.toString(), "--shim", shim.toString());
    try (CameraEmulator camera = CameraEmulator.start(options);
        ChildProcess viewer = viewer(shim, dir)) {
      assertEquals("open V4L2", viewer.ask("open"));
      assertEquals("1", viewer.ask("read 1").split(" ")[0]);
      camera.obey(List.of("stall"));
      String[] stalled = viewer.ask("read 1").split(" ");
      assertEquals("0", stalled[0]);
      assertTrue(Long.parseLong(stalled[3]) >= 5_000, stalled[3] + " ms");
      camera.obey(List.of("plug"));
      assertEquals("3", viewer.ask("read 3").split(" ")[0]);
    }
  }

  @Test
  void folderThatIsNotThere_compileTo_isRefused() {
    Path nowhere = folder.resolve("absent/v4l2shim.so");
    assertThrows(IOException.class, () -> V4l2Shim.compileTo(nowhere));
  }

  private ChildProcess viewer(Path shim, Path dir) throws IOException {
    // Native libraries are unpacked here, so that nothing stays in the machine's temp folder.
    Path unpacked = Files.createDirectories(folder.resolve("unpacked"));
    return ChildProcess.start(
        OpenCvViewer.class.getName(),
        Map.of(
            "LD_PRELOAD",
            shim.toString(),
            "KIOSK_V4L2_NODE",
            NODE,
            "KIOSK_V4L2_DIR",
            dir.toString(),
            "JAVA_TOOL_OPTIONS",
            "-Djava.io.tmpdir=" + unpacked),
        List.of(NODE));
  }

  private Path blackFace() throws IOException {
    Path file = folder.resolve("black.jpg");
    ImageIO.write(new BufferedImage(160, 90, BufferedImage.TYPE_INT_RGB), "jpeg", file.toFile());
    return file;
  }
}
