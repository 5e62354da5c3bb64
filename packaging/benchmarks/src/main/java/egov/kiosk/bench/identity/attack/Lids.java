package egov.kiosk.bench.identity.attack;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Closes the eyes of a picture: skin from under the eye over the opening, soft at its edge, and a
 * line of lashes where the lids meet.
 */
final class Lids {
  private static final int[] OUTER = {36, 42};

  private Lids() {}

  /** Draws both lids down. */
  static void close(Mat picture, Subject subject) {
    for (int outer : OUTER) {
      close(picture, subject.shape().mean(outer), subject.shape().mean(outer + 3));
    }
  }

  private static void close(Mat picture, Point a, Point b) {
    double width = Math.hypot(b.x - a.x, b.y - a.y);
    Point middle = new Point((a.x + b.x) / 2, (a.y + b.y) / 2);
    int w = (int) (width * 1.9);
    int h = (int) (width * 1.1);
    Rect on = new Rect((int) (middle.x - w / 2.0), (int) (middle.y - h * 0.55), w, h);
    Rect skin = new Rect(on.x, (int) (middle.y + width * 0.42), w, Math.max(4, h / 3));
    Mat lid = new Mat();
    Mat under = picture.submat(skin);
    Imgproc.resize(under, lid, new Size(w, h), 0, 0, Imgproc.INTER_CUBIC);
    Imgproc.GaussianBlur(lid, lid, new Size(0, 0), width * 0.12);
    Point centre = new Point(w / 2.0, h * 0.52);
    Size opening = new Size(width * 0.62, width * 0.3);
    lashes(lid, centre, opening, width);
    Mat mask = new Mat(h, w, CvType.CV_32F, Scalar.all(0));
    Imgproc.ellipse(mask, centre, opening, 0, 0, 360, Scalar.all(1), -1);
    Imgproc.GaussianBlur(mask, mask, new Size(0, 0), width * 0.07);
    Mat opened = picture.submat(on);
    blend(opened, lid, mask);
    List.of(under, opened, lid, mask).forEach(Mat::release);
  }

  private static void lashes(Mat lid, Point centre, Size opening, double width) {
    Mat line = new Mat(lid.size(), CvType.CV_32F, Scalar.all(1));
    List<MatOfPoint> arc = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    for (int degrees = 15; degrees <= 165; degrees += 10) {
      double t = Math.toRadians(degrees);
      points.add(
          new Point(
              centre.x + opening.width * 0.85 * Math.cos(t),
              centre.y + opening.height * 0.55 * Math.sin(t)));
    }
    arc.add(new MatOfPoint(points.toArray(new Point[0])));
    Imgproc.polylines(line, arc, false, Scalar.all(0.45), (int) Math.max(1, width * 0.05));
    Imgproc.GaussianBlur(line, line, new Size(0, 0), width * 0.03 + 0.3);
    List<Mat> three = List.of(line, line, line);
    Mat wide = new Mat();
    Core.merge(three, wide);
    Mat real = new Mat();
    lid.convertTo(real, CvType.CV_32FC3);
    Core.multiply(real, wide, real);
    real.convertTo(lid, CvType.CV_8UC3);
    List.of(line, wide, real).forEach(Mat::release);
  }

  private static void blend(Mat under, Mat over, Mat share) {
    Mat wide = new Mat();
    Core.merge(List.of(share, share, share), wide);
    Mat a = new Mat();
    Mat b = new Mat();
    over.convertTo(a, CvType.CV_32FC3);
    under.convertTo(b, CvType.CV_32FC3);
    Core.subtract(a, b, a);
    Core.multiply(a, wide, a);
    Core.add(a, b, a);
    a.convertTo(b, CvType.CV_8UC3);
    b.copyTo(under);
    List.of(wide, a, b).forEach(Mat::release);
  }
}
