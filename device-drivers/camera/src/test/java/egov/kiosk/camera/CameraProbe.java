package egov.kiosk.camera;

import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.DeviceException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;

/** The driver in a process of its own, because the shim must be there before the JVM is. */
final class CameraProbe {
  private final V4l2Camera camera;
  private Camera.Stream stream;

  private CameraProbe(String device) {
    camera = new V4l2Camera(CameraSettings.of("camera", device, 1280, 720, 15), Clock.systemUTC());
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    // Log lines go to standard output too; they are not answers.
    System.setOut(System.err);
    CameraProbe probe = new CameraProbe(arguments[0]);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      long begun = System.nanoTime();
      String answer = probe.obey(order.split(" "));
      answers.println(answer + " " + (System.nanoTime() - begun) / 1_000_000);
    }
    probe.camera.close();
  }

  private String obey(String[] words) throws IOException {
    return switch (words[0]) {
      case "open" -> open();
      case "next" -> next(Duration.ofMillis(Long.parseLong(words[1])));
      case "preview" -> preview();
      case "status" -> camera.status().state() + "/" + camera.status().faults();
      case "check" -> new CameraCheck(camera).check(Duration.ofSeconds(1)).level().name();
      case "threads" -> Long.toString(captureThreads());
      case "settled" -> settled(words[1]);
      case "close" -> {
        stream.close();
        yield "closed";
      }
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  private String open() {
    try {
      stream = camera.open();
      return "open";
    } catch (DeviceException e) {
      return e.fault().name();
    }
  }

  private String next(Duration timeout) {
    Optional<Frame> next = stream.next(timeout);
    if (next.isEmpty()) {
      return "empty";
    }
    try (Frame frame = next.get()) {
      return frame.width() + "x" + frame.height();
    }
  }

  private String preview() throws IOException {
    Optional<byte[]> jpeg = stream.preview();
    if (jpeg.isEmpty()) {
      return "empty";
    }
    var picture = ImageIO.read(new ByteArrayInputStream(jpeg.get()));
    boolean isJpeg = jpeg.get()[0] == (byte) 0xFF && jpeg.get()[1] == (byte) 0xD8;
    return (isJpeg ? "jpeg" : "other") + picture.getWidth() + "x" + picture.getHeight();
  }

  /** Keeps looking until the status says this, for 20 s at most. */
  private String settled(String wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    String now = "";
    while (!now.equals(wanted) && System.nanoTime() - end < 0) {
      next(Duration.ofMillis(200));
      now = camera.status().state() + "/" + camera.status().faults();
    }
    return now;
  }

  private static long captureThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("device-camera"))
        .count();
  }
}
