package egov.kiosk.identity;

import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.citizen.FrameSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Pictures as a camera would take them: 1280×720, faces before a grey wall. */
final class Stage {
  private final Mat wall = new Mat(720, 1280, CvType.CV_8UC3, Scalar.all(120));

  /** Hangs up a sample face, {@code side} pixels wide and high, its left upper corner at (x, y). */
  Stage with(String face, int x, int y, int side) {
    Mat picture = Imgcodecs.imread(TestCache.face(face).toString());
    Imgproc.resize(picture, wall.submat(new Rect(x, y, side, side)), new Size(side, side), 0, 0, 2);
    return this;
  }

  /**
   * A sample face that fills the picture's height, its edges drawn out, with the grain of a sensor.
   */
  Stage unframed(String face) {
    Mat picture = Imgcodecs.imread(TestCache.face(face).toString());
    Imgproc.resize(picture, picture, new Size(720, 720), 0, 0, 2);
    Core.copyMakeBorder(picture, wall, 0, 0, 280, 280, Core.BORDER_REPLICATE);
    blur(2);
    Mat grain = new Mat(720, 1280, CvType.CV_16SC3);
    Core.randn(grain, 0, 3);
    Core.add(wall, grain, wall, new Mat(), CvType.CV_8UC3);
    return this;
  }

  /** Something else than a wall, that is no face. */
  Stage door() {
    wall.submat(new Rect(800, 100, 300, 620)).setTo(Scalar.all(20));
    return this;
  }

  /** Makes everything darker, or brighter. */
  Stage light(double factor) {
    wall.convertTo(wall, -1, factor);
    return this;
  }

  Stage blur(int pixels) {
    Imgproc.GaussianBlur(wall, wall, new Size(0, 0), pixels);
    return this;
  }

  /** The picture as a sensor sees it at a time: no two have the same noise. */
  Frame frame(long number) {
    byte[] bgr = new byte[1280 * 720 * 3];
    wall.get(0, 0, bgr);
    Random noise = new Random(number);
    for (int i = noise.nextInt(50); i < bgr.length; i += 50 + noise.nextInt(50)) {
      bgr[i] ^= 1;
    }
    return new Frame(1280, 720, bgr, Instant.EPOCH.plusMillis(40 * number));
  }

  /** Hands out one scene for ever, and remembers some of the frames it handed out. */
  static final class Camera implements FrameSource {
    private final Stage stage;
    private static final int REMEMBERED = 12;

    /** The first of them; a frame is megabytes. */
    final List<Frame> handedOut = new ArrayList<>();

    private long count;

    Camera(Stage stage) {
      this.stage = stage;
    }

    @Override
    public Optional<Frame> next(Duration timeout) {
      Frame frame = stage.frame(count++);
      if (handedOut.size() < REMEMBERED) {
        handedOut.add(frame);
      }
      return Optional.of(frame);
    }
  }
}
