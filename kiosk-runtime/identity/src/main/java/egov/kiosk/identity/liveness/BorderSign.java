package egov.kiosk.identity.liveness;

import egov.kiosk.identity.vision.FaceBox;
import egov.kiosk.identity.vision.Scratch;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Looks for a sheet's edge or a screen's frame: a four-cornered outline around the face. */
public final class BorderSign implements LivenessSignal {
  private static final int WIDTH = 320;
  private static final double LEAST_AREA = 1.2;
  private static final double MOST_AREA = 0.9;

  /**
   * How far an outline's area is from that of its four corners; a head's is half as large again.
   */
  private static final double ROUND = 0.12;

  private static final int LEAST_FRAMES = 3;
  private static final double SHARE = 0.5;

  private int frames;
  private int framed;

  @Override
  public String code() {
    return "BORDER";
  }

  @Override
  public void see(Observation seen) {
    frames++;
    try (Scratch scratch = new Scratch()) {
      double scale = (double) WIDTH / seen.picture().cols();
      Mat edges = edges(seen.picture(), scale, scratch);
      List<MatOfPoint> outlines = new ArrayList<>();
      Mat nesting = scratch.fresh();
      Imgproc.findContours(
          edges, outlines, nesting, Imgproc.RETR_LIST, Imgproc.CHAIN_APPROX_SIMPLE);
      outlines.forEach(scratch::keep);
      double area = seen.box().width() * seen.box().height() * scale * scale;
      double most = edges.cols() * edges.rows() * MOST_AREA;
      boolean found = false;
      for (MatOfPoint outline : outlines) {
        found |= isFrame(outline, middle(seen.box(), scale), area * LEAST_AREA, most, scratch);
      }
      framed += found ? 1 : 0;
    }
  }

  private static Mat edges(Mat picture, double scale, Scratch scratch) {
    Mat small = scratch.fresh();
    Imgproc.resize(picture, small, new Size(), scale, scale, Imgproc.INTER_AREA);
    Mat grey = scratch.fresh();
    Imgproc.cvtColor(small, grey, Imgproc.COLOR_BGR2GRAY);
    Mat edges = scratch.fresh();
    Imgproc.Canny(grey, edges, 30, 90);
    Mat brush = scratch.keep(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(3, 3)));
    Imgproc.dilate(edges, edges, brush);
    return edges;
  }

  private static Point middle(FaceBox box, double scale) {
    return new Point((box.x() + box.width() / 2) * scale, (box.y() + box.height() / 2) * scale);
  }

  private static boolean isFrame(
      MatOfPoint outline, Point face, double least, double most, Scratch scratch) {
    Rect bounds = Imgproc.boundingRect(outline);
    if (bounds.area() < least || bounds.area() > most || !bounds.contains(face)) {
      return false;
    }
    MatOfPoint2f exact = scratch.keep(new MatOfPoint2f(outline.toArray()));
    MatOfPoint2f corners = scratch.keep(new MatOfPoint2f());
    Imgproc.approxPolyDP(exact, corners, 0.03 * Imgproc.arcLength(exact, true), true);
    double area = Imgproc.contourArea(corners);
    MatOfPoint four = scratch.keep(new MatOfPoint(corners.toArray()));
    return corners.total() == 4
        && Imgproc.isContourConvex(four)
        && area >= least
        && Math.abs(Imgproc.contourArea(outline) / area - 1) <= ROUND
        && Imgproc.pointPolygonTest(corners, face, false) > 0;
  }

  @Override
  public Sign sign() {
    return frames >= LEAST_FRAMES && framed >= frames * SHARE ? Sign.ATTACK : Sign.UNSURE;
  }
}
