package egov.kiosk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.link.testing.EmulatorProcess;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The examination of a camera on V4L2: emulator and driver, each a process of its own. */
final class CameraExam {
  private CameraExam() {}

  static void conforms(Path folder, String kind, String view, Map<Gesture, List<String>> orders)
      throws Exception {
    Path shim = folder.resolve("v4l2shim.so");
    List<String> said = new ArrayList<>();
    try (EmulatorProcess emulator =
        EmulatorProcess.start(
            "camera", "--dir", folder.toString(), "--shim", shim.toString(), "--view", view)) {
      Process exam = examination(folder, shim, kind);
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

  private static Process examination(Path folder, Path shim, String kind) throws Exception {
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
