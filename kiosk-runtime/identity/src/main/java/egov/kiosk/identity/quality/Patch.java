package egov.kiosk.identity.quality;

import egov.kiosk.identity.vision.Scratch;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Rect;
import org.opencv.imgproc.Imgproc;

/**
 * The colour of a part of a straightened face: brightness and its spread, and the two colour
 * differences of Y'CrCb (ITU-R BT.601), 0 to 255 each.
 */
record Patch(double light, double spread, double red, double blue) {
  /**
   * @param x of the middle, in parts of the face's side
   * @param y of the middle
   * @param width in parts of the face's side
   * @param height in parts of the face's side
   */
  static Patch of(Mat straight, double x, double y, double width, double height) {
    try (Scratch scratch = new Scratch()) {
      int side = straight.cols();
      Rect rect =
          new Rect(
              (int) Math.round((x - width / 2) * side),
              (int) Math.round((y - height / 2) * side),
              (int) Math.max(1, Math.round(width * side)),
              (int) Math.max(1, Math.round(height * side)));
      Mat part = scratch.keep(straight.submat(rect).clone());
      Mat colours = scratch.fresh();
      Imgproc.cvtColor(part, colours, Imgproc.COLOR_BGR2YCrCb);
      MatOfDouble mean = scratch.keep(new MatOfDouble());
      MatOfDouble deviation = scratch.keep(new MatOfDouble());
      Core.meanStdDev(colours, mean, deviation);
      double[] m = mean.toArray();
      return new Patch(m[0], deviation.toArray()[0], m[1], m[2]);
    }
  }

  /** How different the colours are, brightness aside. */
  double colourDistance(Patch other) {
    return Math.hypot(red - other.red, blue - other.blue);
  }
}
