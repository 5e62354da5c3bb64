package egov.kiosk.bench.identity.attack;

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
final class Room {
  static final int WIDTH = 640;
  static final int HEIGHT = 480;

  /** In eye distances, so that a chin is clear of the soft edge. */
  private static final double BELOW_CHIN = 0.3;

  private static final double SOFT = 8;
  private static final double FULL = 1 / 255.0;

  /** Pixels around what is not clear: edges are drawn between pixels. */
  private static final int AROUND = 2;

  private final Hall hall;
  private final Mat noise;
  private final Random random;

  /** Kept, as one that nobody holds may be freed while it is being used. */
  private final Mat everywhere = new Mat();

  /**
   * @param hall behind everything; stays the caller's
   * @param noise stays the caller's, see {@link Workshop#noise}
   */
  Room(Hall hall, Mat noise, Random random) {
    this.hall = hall;
    this.noise = noise;
    this.random = random;
  }

  /**
   * Something with soft or hard edges before the background, where the hand or the neck holds it.
   *
   * @param mask 0 to 255, as large as the picture
   * @param sway how unquiet it is held, in pixels
   */
  byte[] frame(Mat picture, Mat mask, double tilt, double sway) {
    Mat before = place(picture, mask, tilt, sway);
    Rect part =
        new Rect(random.nextInt(Workshop.SPARE), random.nextInt(Workshop.SPARE), WIDTH, HEIGHT);
    Mat grain = noise.submat(part);
    Mat noisy = new Mat();
    Core.add(before, grain, noisy, everywhere, CvType.CV_8UC3);
    byte[] bgr = new byte[WIDTH * HEIGHT * 3];
    noisy.get(0, 0, bgr);
    before.release();
    grain.release();
    noisy.release();
    return bgr;
  }

  private Mat place(Mat picture, Mat mask, double tilt, double sway) {
    Mat view = view(picture.cols(), picture.rows(), tilt, sway);
    Mat result = hall.picture().clone();
    Rect on = on(Imgproc.boundingRect(mask), view);
    if (on.width > 0 && on.height > 0) {
      draw(picture, mask, view, result, on);
    }
    view.release();
    return result;
  }

  private Mat view(double w, double h, double tilt, double sway) {
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
    from.release();
    to.release();
    return view;
  }

  /** The part of the camera's picture in which something of that part of a prop can be. */
  private static Rect on(Rect part, Mat view) {
    MatOfPoint2f corners =
        new MatOfPoint2f(
            part.tl(),
            new Point(part.x + part.width, part.y),
            part.br(),
            new Point(part.x, part.y + part.height));
    MatOfPoint2f seen = new MatOfPoint2f();
    Core.perspectiveTransform(corners, seen, view);
    Rect bounds = Imgproc.boundingRect(seen);
    corners.release();
    seen.release();
    int left = Math.max(0, bounds.x - AROUND);
    int top = Math.max(0, bounds.y - AROUND);
    int right = Math.min(WIDTH, bounds.x + bounds.width + AROUND);
    int bottom = Math.min(HEIGHT, bounds.y + bounds.height + AROUND);
    boolean empty = part.width == 0 || part.height == 0;
    return empty ? new Rect() : new Rect(left, top, right - left, bottom - top);
  }

  private static void draw(Mat picture, Mat mask, Mat view, Mat result, Rect on) {
    Mat corner = Mat.eye(3, 3, CvType.CV_64F);
    corner.put(0, 2, -on.x);
    corner.put(1, 2, -on.y);
    Mat moved = new Mat();
    Mat nothing = new Mat();
    Core.gemm(corner, view, 1, nothing, 0, moved);
    Mat placed = new Mat();
    Mat soft = new Mat();
    Imgproc.warpPerspective(picture, placed, moved, on.size());
    Imgproc.warpPerspective(mask, soft, moved, on.size());
    Mat wide = new Mat();
    Core.merge(List.of(soft, soft, soft), wide);
    Mat behind = result.submat(on);
    Mat blended = blend(placed, behind, wide);
    blended.copyTo(behind);
    List.of(corner, nothing, moved, placed, soft, wide, behind, blended).forEach(Mat::release);
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
