package egov.kiosk.identity.liveness;

import egov.kiosk.identity.vision.FaceShape;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;

/**
 * Mean colours of the parts of a face that tell a head from a sheet: nose and cheeks, which stand
 * out, against the sides and the chin, which turn away.
 *
 * @param middle blue, green, red of nose and cheeks
 * @param chin of the chin, just inside the outline
 * @param sides of four places just inside the outline
 */
record FacePatches(double[] middle, double[] chin, List<double[]> sides) {
  private static final int[] OUTLINE = {2, 4, 12, 14};
  private static final int CHIN = 8;
  private static final double SIZE = 0.22;
  private static final double INSIDE = 0.14;

  /** How many sides there are. */
  static final int SIDES = OUTLINE.length;

  static FacePatches of(Observation seen) {
    FaceShape shape = seen.shape();
    Mat picture = seen.picture();
    double size = shape.eyeDistance() * SIZE;
    Point[] front = {shape.mean(29, 30), shape.mean(41, 48, 30), shape.mean(46, 54, 30)};
    return new FacePatches(
        colour(picture, size, front),
        colour(picture, size, inside(shape, CHIN)),
        Arrays.stream(OUTLINE)
            .mapToObj(side -> colour(picture, size, inside(shape, side)))
            .toList());
  }

  private static Point inside(FaceShape shape, int outline) {
    Point edge = shape.mean(outline);
    Point nose = shape.mean(30);
    return new Point(edge.x + INSIDE * (nose.x - edge.x), edge.y + INSIDE * (nose.y - edge.y));
  }

  private static double[] colour(Mat picture, double size, Point... centres) {
    double[] sum = new double[3];
    int half = (int) Math.max(1, size / 2);
    Rect all = new Rect(0, 0, picture.cols(), picture.rows());
    for (Point centre : centres) {
      int x = (int) Math.max(0, Math.min(all.width - 2.0 * half, centre.x - half));
      int y = (int) Math.max(0, Math.min(all.height - 2.0 * half, centre.y - half));
      Mat part = picture.submat(new Rect(x, y, 2 * half, 2 * half));
      double[] mean = Core.mean(part).val;
      part.release();
      for (int i = 0; i < 3; i++) {
        sum[i] += mean[i] / centres.length;
      }
    }
    return sum;
  }
}
