package egov.kiosk.camera.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Looks for a document: the largest four-cornered convex shape whose edges stand out from the
 * table. Works on a small copy, so that a look at a 12-megapixel picture takes some milliseconds.
 */
final class PageFinder {
  private static final int WORKING_WIDTH = 640;
  private static final double LEAST_SHARE = 0.04;
  private static final double MOST_SHARE = 0.98;
  private static final int CORNERS = 4;

  /** How far a side may be bent, as a share of the outline's length. */
  private static final double BEND = 0.02;

  private static final double LOW_EDGE = 30;
  private static final double HIGH_EDGE = 90;

  /**
   * The corners in the picture's own pixels: top left, top right, bottom right, bottom left.
   *
   * @param picture BGR; not changed
   */
  Optional<List<Point>> find(Mat picture) {
    double scale = Math.min(1, (double) WORKING_WIDTH / picture.cols());
    Mat small = new Mat();
    Mat edges = new Mat();
    try {
      Imgproc.resize(picture, small, new Size(), scale, scale, Imgproc.INTER_AREA);
      edges(small, edges);
      return largest(edges)
          .map(corners -> corners.stream().map(c -> new Point(c.x / scale, c.y / scale)).toList())
          .map(PageFinder::inReadingOrder);
    } finally {
      small.release();
      edges.release();
    }
  }

  /** Lines where brightness or colour changes, closed over small gaps. */
  private static void edges(Mat small, Mat edges) {
    Mat grey = new Mat();
    Mat brush = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(5, 5));
    try {
      Imgproc.cvtColor(small, grey, Imgproc.COLOR_BGR2GRAY);
      Imgproc.GaussianBlur(grey, grey, new Size(5, 5), 0);
      Imgproc.Canny(grey, edges, LOW_EDGE, HIGH_EDGE);
      Imgproc.morphologyEx(edges, edges, Imgproc.MORPH_CLOSE, brush);
    } finally {
      grey.release();
      brush.release();
    }
  }

  private static Optional<List<Point>> largest(Mat edges) {
    List<MatOfPoint> contours = new ArrayList<>();
    Mat hierarchy = new Mat();
    try {
      // All of them: a mat on the table may go round the document.
      Imgproc.findContours(
          edges, contours, hierarchy, Imgproc.RETR_LIST, Imgproc.CHAIN_APPROX_SIMPLE);
      double picture = (double) edges.rows() * edges.cols();
      double best = LEAST_SHARE * picture;
      Optional<List<Point>> found = Optional.empty();
      for (MatOfPoint contour : contours) {
        List<Point> corners = corners(contour);
        double area = corners.isEmpty() ? 0 : area(corners);
        if (area > best && area < MOST_SHARE * picture) {
          best = area;
          found = Optional.of(corners);
        }
      }
      return found;
    } finally {
      hierarchy.release();
      contours.forEach(Mat::release);
    }
  }

  /** The four corners of a contour's hull, or none when it has another shape. */
  private static List<Point> corners(MatOfPoint contour) {
    MatOfPoint2f hull = hull(contour);
    MatOfPoint2f few = new MatOfPoint2f();
    try {
      Imgproc.approxPolyDP(hull, few, BEND * Imgproc.arcLength(hull, true), true);
      List<Point> points = few.toList();
      return points.size() == CORNERS ? points : List.of();
    } finally {
      hull.release();
      few.release();
    }
  }

  private static MatOfPoint2f hull(MatOfPoint contour) {
    MatOfInt indices = new MatOfInt();
    try {
      Imgproc.convexHull(contour, indices);
      Point[] points = contour.toArray();
      return new MatOfPoint2f(indices.toList().stream().map(i -> points[i]).toArray(Point[]::new));
    } finally {
      indices.release();
    }
  }

  /** Gauss's area of a polygon. */
  private static double area(List<Point> corners) {
    double twice = 0;
    for (int i = 0; i < corners.size(); i++) {
      Point a = corners.get(i);
      Point b = corners.get((i + 1) % corners.size());
      twice += a.x * b.y - b.x * a.y;
    }
    return Math.abs(twice) / 2;
  }

  /**
   * Clockwise from the corner nearest to the picture's top left: sums and differences of the
   * coordinates tell the corners apart for every tilt below 45 degrees.
   */
  private static List<Point> inReadingOrder(List<Point> corners) {
    return List.of(
        least(corners, 1, 1), least(corners, -1, 1), least(corners, -1, -1), least(corners, 1, -1));
  }

  private static Point least(List<Point> corners, int x, int y) {
    Point found = corners.get(0);
    for (Point corner : corners) {
      if (x * corner.x + y * corner.y < x * found.x + y * found.y) {
        found = corner;
      }
    }
    return found;
  }
}
