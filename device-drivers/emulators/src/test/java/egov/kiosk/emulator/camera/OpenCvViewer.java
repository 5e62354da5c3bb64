package egov.kiosk.emulator.camera;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.Videoio;

/**
 * A camera's user in a process of its own, because the shim is loaded when a process starts: real
 * OpenCV with its V4L2 backend. Orders: {@code open}, {@code read N}, {@code release}.
 */
final class OpenCvViewer {
  private static final int MJPG = 'M' | 'J' << 8 | 'P' << 16 | 'G' << 24;

  private OpenCvViewer() {}

  /**
   * Answers orders until stdin ends.
   *
   * @param arguments the device file
   */
  public static void main(String[] arguments) throws IOException {
    nu.pattern.OpenCV.loadLocally();
    VideoCapture capture = new VideoCapture();
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      String[] words = order.split(" ");
      System.out.println(
          switch (words[0]) {
            case "open" -> open(capture, arguments[0]);
            case "read" -> read(capture, Integer.parseInt(words[1]));
            default -> release(capture);
          });
    }
    capture.release();
  }

  private static String open(VideoCapture capture, String device) {
    boolean opened = capture.open(device, Videoio.CAP_V4L2);
    capture.set(Videoio.CAP_PROP_FOURCC, MJPG);
    capture.set(Videoio.CAP_PROP_FRAME_WIDTH, Scene.WIDTH);
    capture.set(Videoio.CAP_PROP_FRAME_HEIGHT, Scene.HEIGHT);
    return opened ? "open " + capture.getBackendName() : "closed";
  }

  /** Reads frames; says how many came, the last one's size, mean grey and the time they took. */
  private static String read(VideoCapture capture, int wanted) {
    Mat frame = new Mat();
    int good = 0;
    long start = System.nanoTime();
    while (good < wanted && capture.read(frame)) {
      good++;
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    double mean = frame.empty() ? 0 : Core.mean(frame).val[0];
    return String.format(
        Locale.ROOT, "%d %dx%d %.0f %d", good, frame.cols(), frame.rows(), mean, millis);
  }

  private static String release(VideoCapture capture) {
    capture.release();
    return "released";
  }
}
