package egov.kiosk.bench.identity.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The hall before the kiosk as its camera sees it, 640×480, and whatever is held before it. Noise
 * is new in every frame.
 */
final class Room implements AutoCloseable {
  static final int WIDTH = 640;
  static final int HEIGHT = 480;

  /** In eye distances, so that a chin is clear of the soft edge. */
  private static final double BELOW_CHIN = 0.3;

  private static final double SOFT = 8;
  private static final double FULL = 1 / 255.0;

  /** Noise is drawn once, wider and higher than a picture, and each frame gets another part. */
  private static final int SPARE = 96;

  private final Mat noise = new Mat(HEIGHT + SPARE, WIDTH + SPARE, CvType.CV_16SC3);

  private final Mat background = new Mat();
  private final Random random;

  Room(Mat photo, Random random) {
    this.random = random;
    Imgproc.resize(photo, background, new Size(WIDTH, HEIGHT));
    Imgproc.GaussianBlur(background, background, new Size(0, 0), 24);
    background.convertTo(background, -1, 0.7, 20);
    Core.setRNGSeed(random.nextInt());
    Core.randn(noise, 0, 2);
  }

  /** The same hall in infrared: the lamp does not reach far. */
  static Room dark(Mat photo, Random random) {
    Mat faint = new Mat();
    photo.convertTo(faint, -1, 0.15);
    Imgproc.cvtColor(faint, faint, Imgproc.COLOR_BGR2GRAY);
    Imgproc.cvtColor(faint, faint, Imgproc.COLOR_GRAY2BGR);
    Room room = new Room(faint, random);
    faint.release();
    return room;
  }

  @Override
  public void close() {
    background.release();
    noise.release();
  }

  /**
   * Something with soft or hard edges before the background, where the hand or the neck holds it.
   *
   * @param mask 0 to 255, as large as the picture
   * @param sway how unquiet it is held, in pixels
   */
  byte[] frame(Mat picture, Mat mask, double tilt, double sway) {
    Mat before = place(picture, mask, tilt, sway);
    Rect part = new Rect(random.nextInt(SPARE), random.nextInt(SPARE), WIDTH, HEIGHT);
    Mat grain = noise.submat(part);
    Mat noisy = new Mat();
    Core.add(before, grain, noisy, new Mat(), CvType.CV_8UC3);
    byte[] bgr = new byte[WIDTH * HEIGHT * 3];
    noisy.get(0, 0, bgr);
    before.release();
    grain.release();
    noisy.release();
    return bgr;
  }

  private Mat place(Mat picture, Mat mask, double tilt, double sway) {
    double w = picture.cols();
    double h = picture.rows();
    double left = (WIDTH - w) / 2 + random.nextGaussian() * sway;
    double top = (HEIGHT - h) / 2 + random.nextGaussian() * sway;
    double narrow = w * 0.5 * (1 - Math.cos(tilt));
    double lean = h * 0.12 * Math.sin(tilt);
    MatOfPoint2f from =
        new MatOfPoint2f(new Point(0, 0), new Point(w, 0), new Point(w, h), new Point(0, h));
    MatOfPoint2f to =
        new MatOfPoint2f(
            new Point(left + narrow, top + lean),
            new Point(left + w - narrow, top - lean),
            new Point(left + w - narrow, top + h + lean),
            new Point(left + narrow, top + h - lean));
    Mat view = Imgproc.getPerspectiveTransform(from, to);
    Size size = new Size(WIDTH, HEIGHT);
    Mat placed = new Mat();
    Mat soft = new Mat();
    Imgproc.warpPerspective(picture, placed, view, size);
    Imgproc.warpPerspective(mask, soft, view, size);
    Mat wide = new Mat();
    Core.merge(List.of(soft, soft, soft), wide);
    Mat result = blend(placed, background, wide);
    for (Mat used : new ArrayList<>(List.of(from, to, view, placed, soft, wide))) {
      used.release();
    }
    return result;
  }

  private static Mat blend(Mat over, Mat under, Mat share) {
    Mat rest = new Mat();
    Core.bitwise_not(share, rest);
    Mat a = new Mat();
    Mat b = new Mat();
    Core.multiply(over, share, a, FULL);
    Core.multiply(under, rest, b, FULL);
    Core.add(a, b, a);
    rest.release();
    b.release();
    return a;
  }

  /** The outline of somebody's head with a soft edge: hair, ears and chin are on it. */
  static Mat headMask(Subject subject) {
    Point left = subject.shape().mean(0);
    Point right = subject.shape().mean(16);
    Point chin = subject.shape().mean(8);
    double top = subject.shape().leftEye().y - 1.25 * Subject.EYES;
    double bottom = chin.y + BELOW_CHIN * Subject.EYES;
    Mat mask = new Mat(Subject.SIDE, Subject.SIDE, CvType.CV_8U, Scalar.all(0));
    Imgproc.ellipse(
        mask,
        new Point((left.x + right.x) / 2, (top + bottom) / 2),
        new Size(Math.max(1.45 * Subject.EYES, 0.62 * (right.x - left.x)), (bottom - top) / 2),
        0,
        0,
        360,
        Scalar.all(255),
        -1);
    Imgproc.GaussianBlur(mask, mask, new Size(0, 0), SOFT);
    return mask;
  }

  /** All of a sheet. */
  static Mat sheetMask(Mat picture) {
    return new Mat(picture.rows(), picture.cols(), CvType.CV_8U, Scalar.all(255));
  }
}
