package egov.kiosk.camera;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DocumentCamera;
import egov.kiosk.domain.device.DocumentPage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.TreeSet;

/** The document camera's driver in a process of its own, as {@link CameraProbe} is. */
final class PageProbe {
  private PageProbe() {}

  public static void main(String[] arguments) throws IOException, DeviceException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    CameraSettings settings =
        CameraSettings.of(V4l2DocumentCamera.NAME, arguments[0], 1920, 1440, 15);
    try (V4l2DocumentCamera camera = new V4l2DocumentCamera(settings, Clock.systemUTC());
        DocumentCamera.Stream stream = camera.open()) {
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        long begun = System.nanoTime();
        String answer = order.equals("take") ? take(stream) : outline(stream);
        answers.println(answer + " " + (System.nanoTime() - begun) / 1_000_000);
      }
    }
  }

  private static String take(DocumentCamera.Stream stream) throws DeviceException {
    try (DocumentPage page = stream.take(Duration.ofSeconds(5))) {
      return page.width()
          + "x"
          + page.height()
          + " "
          + new TreeSet<>(page.flaws()).toString().replace(", ", ",");
    }
  }

  private static String outline(DocumentCamera.Stream stream) {
    return stream.outline().isPresent() ? "seen" : "none";
  }
}
