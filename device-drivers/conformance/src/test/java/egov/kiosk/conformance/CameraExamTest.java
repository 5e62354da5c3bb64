package egov.kiosk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.link.testing.EmulatorProcess;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    conforms("camera", "face", Hands.camera(face.toString()));
  }

  @Test
  void documentCamera_onV4l2_conforms() throws Exception {
    Path sheet = folder.resolve("sheet.png");
    BufferedImage page = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = page.createGraphics();
    brush.setColor(Color.WHITE);
    brush.fillRect(0, 0, page.getWidth(), page.getHeight());
    brush.setColor(Color.BLACK);
    for (int y = 150; y < 1600; y += 60) {
      for (int x = 120; x < 1100; x += 40) {
        brush.fillRect(x, y, 24, 30);
      }
    }
    brush.dispose();
    ImageIO.write(page, "png", sheet.toFile());
    conforms(
        "document",
        "table",
        Map.of(
            Gesture.LAY_DOCUMENT, List.of("sheet " + sheet),
            Gesture.TAKE_DOCUMENT_AWAY, List.of("sheet none"),
            Gesture.UNPLUG, List.of("unplug"),
            Gesture.PLUG_IN, List.of("plug")));
  }

  private void conforms(String kind, String view, Map<Gesture, List<String>> orders)
      throws Exception {
    Path shim = folder.resolve("v4l2shim.so");
    List<String> said = new ArrayList<>();
    try (EmulatorProcess emulator =
        EmulatorProcess.start(
            "camera", "--dir", folder.toString(), "--shim", shim.toString(), "--view", view)) {
      Process exam = examination(shim, kind);
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(exam.getInputStream(), StandardCharsets.UTF_8));
      PrintStream answers = new PrintStream(exam.getOutputStream(), true, StandardCharsets.UTF_8);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("gesture ")) {
          List<String> todo = orders.get(Gesture.valueOf(line.substring("gesture ".length())));
          if (todo != null) {
            todo.forEach(emulator::order);
          }
          answers.println(todo == null ? "cannot" : "made");
        } else {
          said.add(line);
        }
      }
    }
    assertEquals(List.of(), said.stream().filter(line -> line.startsWith("FAILED")).toList());
    assertTrue(said.contains("end"), "the examination did not end");
    assertTrue(said.stream().filter(line -> line.startsWith("PASSED")).count() >= 25);
  }

  private Process examination(Path shim, String kind) throws Exception {
    Path node = folder.resolve("video0");
    ProcessBuilder builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                CameraExamChild.class.getName(),
                node.toString(),
                kind)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("LD_PRELOAD", shim.toString());
    builder.environment().put("KIOSK_V4L2_NODE", node.toString());
    builder.environment().put("KIOSK_V4L2_DIR", folder.toString());
    return builder.start();
  }
}
