package egov.kiosk.bench.identity;

import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.citizen.FrameSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A face before a grey wall, 1280×720, 25 frames a second of its own clock; measures the processor
 * time between its frames, which is what whoever looks at them spends.
 */
final class Camera720 implements FrameSource {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  static final Duration FRAME = Duration.ofMillis(40);

  private final byte[] scene = new byte[WIDTH * HEIGHT * 3];
  private final int most;
  private final Random noise = new Random(5);
  private int count;
  private double left = Double.NaN;
  private double spent;

  /**
   * @param most frames to give
   */
  Camera720(Mat face, double blur, int most) {
    Mat wall = wall(face, blur);
    wall.get(0, 0, scene);
    this.most = most;
  }

  static Mat wall(Mat face, double blur) {
    Mat wall = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, Scalar.all(120));
    Imgproc.resize(face, wall.submat(new Rect(450, 150, 380, 380)), new Size(380, 380), 0, 0, 2);
    if (blur > 0) {
      Imgproc.GaussianBlur(wall, wall, new Size(0, 0), blur);
    }
    return wall;
  }

  @Override
  public Optional<Frame> next(Duration timeout) {
    spent += Double.isNaN(left) ? 0 : Cpu.now() - left;
    if (count >= most) {
      return Optional.empty();
    }
    byte[] bgr = scene.clone();
    for (int i = noise.nextInt(40); i < bgr.length; i += 40 + noise.nextInt(40)) {
      bgr[i] ^= 1;
    }
    Frame frame = new Frame(WIDTH, HEIGHT, bgr, Instant.EPOCH.plus(FRAME.multipliedBy(count++)));
    left = Cpu.now();
    return Optional.of(frame);
  }

  /** How many frames were given. */
  int count() {
    return count;
  }

  /** Milliseconds of processor time that were spent on each frame but the last. */
  double millisEach() {
    return spent / count;
  }

  /** Its own clock: frames take their time, whoever looks takes none. */
  long nanos() {
    return FRAME.multipliedBy(count).toNanos();
  }
}
