package egov.kiosk.identity.vision;

import java.util.List;
import org.opencv.core.Point;

/**
 * A turn, a uniform scale and a shift of the plane: (x, y) becomes (a·x − b·y + tx, b·x + a·y +
 * ty).
 */
record Similarity(double a, double b, double tx, double ty) {
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

  /** The 2×3 matrix, row by row. */
  double[] rows() {
    return new double[] {a, -b, tx, b, a, ty};
  }
}
