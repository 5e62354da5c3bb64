package egov.kiosk.camera.page;

import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Cuts a document out of a picture and sets it straight (de-skew and perspective). */
final class PageCutter {
  /**
   * The document as if seen from right above.
   *
   * @param picture BGR; not changed
   * @param corners top left, top right, bottom right, bottom left
   */
  Mat cut(Mat picture, List<Point> corners) {
    Point a = corners.get(0);
    Point b = corners.get(1);
    Point c = corners.get(2);
    Point d = corners.get(3);
    double width = Math.max(1, Math.rint(Math.max(distance(a, b), distance(d, c))));
    double height = Math.max(1, Math.rint(Math.max(distance(a, d), distance(b, c))));
    MatOfPoint2f from = new MatOfPoint2f(a, b, c, d);
    MatOfPoint2f to =
        new MatOfPoint2f(
            new Point(0, 0),
            new Point(width - 1, 0),
            new Point(width - 1, height - 1),
            new Point(0, height - 1));
    Mat transform = Imgproc.getPerspectiveTransform(from, to);
    Mat page = new Mat();
    try {
      Imgproc.warpPerspective(
          picture, page, transform, new Size(width, height), Imgproc.INTER_LINEAR);
      return page;
    } finally {
      from.release();
      to.release();
      transform.release();
    }
  }

  private static double distance(Point a, Point b) {
    return Math.hypot(a.x - b.x, a.y - b.y);
  }
}
