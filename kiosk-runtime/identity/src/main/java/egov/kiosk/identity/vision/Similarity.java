package egov.kiosk.identity.vision;

import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A turn, a uniform scale and a shift of the plane: (x, y) becomes (a·x − b·y + tx, b·x + a·y +
 * ty).
 */
record Similarity(double a, double b, double tx, double ty) {
  private static final int FINEST = 4;

  /**
   * The similarity that brings one list of points nearest to another, in the sense of least
   * squares. In the plane Umeyama's method (IEEE TPAMI 13(4), 1991) without reflection has this
   * closed form.
   *
   * @param from at least two different points
   * @param to as many points
   */
  static Similarity fit(List<Point> from, List<Point> to) {
    if (from.size() != to.size()) {
      throw new IllegalArgumentException("as many points in both lists");
    }
    Point fromCentre = centre(from);
    Point toCentre = centre(to);
    double along = 0;
    double across = 0;
    double spread = 0;
    for (int i = 0; i < from.size(); i++) {
      double sx = from.get(i).x - fromCentre.x;
      double sy = from.get(i).y - fromCentre.y;
      double dx = to.get(i).x - toCentre.x;
      double dy = to.get(i).y - toCentre.y;
      along += sx * dx + sy * dy;
      across += sx * dy - sy * dx;
      spread += sx * sx + sy * sy;
    }
    if (spread == 0) {
      throw new IllegalArgumentException("the points are one point");
    }
    double a = along / spread;
    double b = across / spread;
    return new Similarity(
        a,
        b,
        toCentre.x - a * fromCentre.x + b * fromCentre.y,
        toCentre.y - b * fromCentre.x - a * fromCentre.y);
  }

  private static Point centre(List<Point> points) {
    return new Point(
        points.stream().mapToDouble(p -> p.x).average().orElseThrow(),
        points.stream().mapToDouble(p -> p.y).average().orElseThrow());
  }

  Point apply(Point p) {
    return new Point(a * p.x - b * p.y + tx, b * p.x + a * p.y + ty);
  }

  /** This, and then larger by a factor and shifted. */
  Similarity then(double factor, double x, double y) {
    return new Similarity(a * factor, b * factor, tx * factor + x, ty * factor + y);
  }

  /** This, and then larger by a factor about the point (centre, centre). */
  Similarity about(double factor, double centre) {
    return then(factor, centre - factor * centre, centre - factor * centre);
  }

  /** The 2×3 matrix, row by row. */
  double[] rows() {
    return new double[] {a, -b, tx, b, a, ty};
  }

  /**
   * A picture moved so, cut to a size, black where there was none. What shrinks to less than half
   * is drawn larger first and averaged then, so that no pixel is skipped.
   */
  Mat draw(Mat picture, Size size, Scratch scratch) {
    double scale = Math.hypot(a, b);
    int finer = (int) Math.max(1, Math.min(FINEST, Math.floor(1 / scale)));
    Mat matrix = scratch.keep(new Mat(2, 3, CvType.CV_64F));
    matrix.put(0, 0, new Similarity(a * finer, b * finer, tx * finer, ty * finer).rows());
    Mat drawn = scratch.fresh();
    Imgproc.warpAffine(picture, drawn, matrix, new Size(size.width * finer, size.height * finer));
    if (finer == 1) {
      return drawn;
    }
    Mat small = scratch.fresh();
    Imgproc.resize(drawn, small, size, 0, 0, Imgproc.INTER_AREA);
    return small;
  }
}
