package egov.kiosk.bench.identity.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The hall before the kiosk as its camera sees it, 640×480, and whatever is held before it. Noise
 * is new in every frame.
 */
final class Room {
  static final int WIDTH = 640;
  static final int HEIGHT = 480;

  private final Mat background = new Mat();
  private final Random random;

  Room(Mat photo, Random random) {
    this.random = random;
    Imgproc.resize(photo, background, new Size(WIDTH, HEIGHT));
    Imgproc.GaussianBlur(background, background, new Size(0, 0), 24);
    background.convertTo(background, -1, 0.7, 20);
  }

  /**
   * Something with soft or hard edges before the background, where the hand or the neck holds it.
   *
   * @param mask 0 to 255, as large as the picture
   * @param sway how unquiet it is held, in pixels
   */
  byte[] frame(Mat picture, Mat mask, double tilt, double sway) {
    Mat before = place(picture, mask, tilt, sway);
    Mat noise = new Mat(HEIGHT, WIDTH, CvType.CV_16SC3);
    Core.setRNGSeed(random.nextInt());
    Core.randn(noise, 0, 2);
    Mat noisy = new Mat();
    Core.add(before, noise, noisy, new Mat(), CvType.CV_8UC3);
    byte[] bgr = new byte[WIDTH * HEIGHT * 3];
    noisy.get(0, 0, bgr);
    before.release();
    noise.release();
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
    Mat share = new Mat();
    soft.convertTo(share, CvType.CV_32F, 1 / 255.0);
    Mat wide = new Mat();
    Core.merge(List.of(share, share, share), wide);
    Mat result = blend(placed, background, wide);
    for (Mat used : new ArrayList<>(List.of(from, to, view, placed, soft, share, wide))) {
      used.release();
    }
    return result;
  }

  private static Mat blend(Mat over, Mat under, Mat share) {
    Mat a = new Mat();
    Mat b = new Mat();
    over.convertTo(a, CvType.CV_32FC3);
    under.convertTo(b, CvType.CV_32FC3);
    Core.subtract(a, b, a);
    Core.multiply(a, share, a);
    Core.add(a, b, a);
    Mat result = new Mat();
    a.convertTo(result, CvType.CV_8UC3);
    a.release();
    b.release();
    return result;
  }

  /** A head's outline with a soft edge. */
  static Mat headMask() {
    Mat mask = new Mat(Subject.SIDE, Subject.SIDE, CvType.CV_8U, Scalar.all(0));
    Imgproc.ellipse(
        mask,
        new Point(Subject.SIDE / 2.0, Subject.SIDE / 2.0 - 10),
        new Size(Subject.EYES * 1.45, Subject.EYES * 2),
        0,
        0,
        360,
        Scalar.all(255),
        -1);
    Imgproc.GaussianBlur(mask, mask, new Size(0, 0), 10);
    return mask;
  }

  /** All of a sheet. */
  static Mat sheetMask(Mat picture) {
    return new Mat(picture.rows(), picture.cols(), CvType.CV_8U, Scalar.all(255));
  }
}
