package egov.kiosk.identity.vision;

import java.util.List;
import org.opencv.core.Point;

/**
 * Where the parts of a face are, and what their places tell about it. Points are numbered as {@link
 * FaceLandmarker} does, in pixels of the picture.
 *
 * <p>{@link #turn} and {@link #nod} are coordinates of the nose in the plane of eyes and mouth. A
 * flat picture keeps them however it is tilted, as tilting is an affine map of it; a real nose
 * stands out of that plane and moves.
 */
public record FaceShape(List<Point> points) {
  private static final int[] LEFT_EYE = {36, 37, 38, 39, 40, 41};
  private static final int[] RIGHT_EYE = {42, 43, 44, 45, 46, 47};
  private static final int[] MOUTH = {48, 54, 60, 64};
  private static final int NOSE = 30;

  /** The points end at the brows; models are used to boxes that hold some of the forehead. */
  private static final double FOREHEAD = 0.06;

  public FaceShape {
    points = List.copyOf(points);
    if (points.size() != FaceLandmarker.POINTS) {
      throw new IllegalArgumentException("a face has " + FaceLandmarker.POINTS + " points");
    }
  }

  /** The mean of some points. */
  public Point mean(int... indices) {
    double x = 0;
    double y = 0;
    for (int i : indices) {
      x += points.get(i).x;
      y += points.get(i).y;
    }
    return new Point(x / indices.length, y / indices.length);
  }

  /** Centre of the eye that is left in the picture. */
  public Point leftEye() {
    return mean(LEFT_EYE);
  }

  /** Centre of the eye that is right in the picture. */
  public Point rightEye() {
    return mean(RIGHT_EYE);
  }

  /** Centre of the mouth. */
  public Point mouth() {
    return mean(MOUTH);
  }

  /** Distance of the eyes in pixels. */
  public double eyeDistance() {
    return distance(leftEye(), rightEye());
  }

  /** How far the head leans to a side, in radians; 0 is upright. */
  public double lean() {
    return Math.atan2(rightEye().y - leftEye().y, rightEye().x - leftEye().x);
  }

  /**
   * How far the head is turned: 0 is straight, about 0.2 at 25 degrees; positive towards the right
   * of the picture, which is the citizen's own left.
   */
  public double turn() {
    return nose()[0];
  }

  /** How far the head is lowered or raised; about 0.5 is level, larger is lowered. */
  public double nod() {
    return nose()[1];
  }

  /** The nose as mid of the eyes + x × (right − left eye) + y × (mouth − mid of the eyes). */
  private double[] nose() {
    Point left = leftEye();
    Point right = rightEye();
    Point middle = new Point((left.x + right.x) / 2, (left.y + right.y) / 2);
    double ax = right.x - left.x;
    double ay = right.y - left.y;
    double bx = mouth().x - middle.x;
    double by = mouth().y - middle.y;
    double nx = points.get(NOSE).x - middle.x;
    double ny = points.get(NOSE).y - middle.y;
    double area = ax * by - ay * bx;
    if (Math.abs(area) < 1e-6) {
      return new double[] {0, 0};
    }
    return new double[] {(nx * by - ny * bx) / area, (ax * ny - ay * nx) / area};
  }

  /** A square that holds all points and some forehead, upright with the face. */
  Square around(double growth) {
    double cos = Math.cos(lean());
    double sin = Math.sin(lean());
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (Point p : points) {
      double x = cos * p.x + sin * p.y;
      double y = cos * p.y - sin * p.x;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    double x = (left + right) / 2;
    double y = (top + bottom) / 2 - FOREHEAD * (bottom - top);
    Point centre = new Point(cos * x - sin * y, sin * x + cos * y);
    return new Square(centre, Math.max(right - left, bottom - top) * growth, lean());
  }

  private static double distance(Point a, Point b) {
    return Math.hypot(a.x - b.x, a.y - b.y);
  }
}
