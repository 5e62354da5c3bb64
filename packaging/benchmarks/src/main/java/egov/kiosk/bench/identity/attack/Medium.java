package egov.kiosk.bench.identity.attack;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** What paper and screens do to a picture. */
final class Medium {
  private Medium() {}

  /**
   * Paler and softer.
   *
   * @param fine as a photograph is printed; otherwise with a raster that the camera sees
   */
  static Mat printed(Mat picture, boolean fine) {
    Mat print = new Mat();
    Imgproc.GaussianBlur(picture, print, new Size(0, 0), 0.8);
    Mat grey = new Mat();
    Imgproc.cvtColor(print, grey, Imgproc.COLOR_BGR2GRAY);
    Imgproc.cvtColor(grey, grey, Imgproc.COLOR_GRAY2BGR);
    Core.addWeighted(print, 0.82, grey, 0.18, 12, print);
    print.convertTo(print, -1, 0.88, 10);
    if (!fine) {
      dots(print, 4.2, 4.2, 3);
    }
    grey.release();
    return print;
  }

  /** A white margin around it. */
  static Mat margin(Mat print) {
    Mat sheet = new Mat();
    Core.copyMakeBorder(print, sheet, 26, 26, 26, 26, Core.BORDER_CONSTANT, Scalar.all(235));
    return sheet;
  }

  /**
   * Brighter and bluer.
   *
   * @param fine with pixels too small for the camera; otherwise with a grid that it sees
   */
  static Mat shown(Mat picture, boolean fine) {
    Mat screen = new Mat();
    picture.convertTo(screen, -1, 1.08, 6);
    Core.add(screen, new Scalar(10, 2, -4), screen);
    if (!fine) {
      dots(screen, 3.3, 3.3, 5);
    }
    return screen;
  }

  /** The dark frame of a tablet. */
  static Mat bezel(Mat screen) {
    Mat tablet = new Mat();
    Core.copyMakeBorder(screen, tablet, 22, 22, 22, 22, Core.BORDER_CONSTANT, Scalar.all(14));
    return tablet;
  }

  /** The middle of a canvas, as much as is held up. */
  static Mat portion(Mat canvas) {
    int width = (int) (Subject.EYES * 3.4);
    int height = (int) (Subject.EYES * 4.3);
    Rect part =
        new Rect((Subject.SIDE - width) / 2, (Subject.SIDE - height) / 2 - 8, width, height);
    Mat middle = canvas.submat(part);
    Mat portion = middle.clone();
    middle.release();
    return portion;
  }

  private static void dots(Mat picture, double across, double down, double strength) {
    Mat grid = new Mat(picture.rows(), picture.cols(), CvType.CV_32F);
    float[] row = new float[picture.cols()];
    for (int y = 0; y < picture.rows(); y++) {
      double b = Math.cos(2 * Math.PI * y / down);
      for (int x = 0; x < row.length; x++) {
        row[x] = (float) (strength * (Math.cos(2 * Math.PI * x / across) + b));
      }
      grid.put(y, 0, row);
    }
    Mat three = new Mat();
    Core.merge(java.util.List.of(grid, grid, grid), three);
    Mat everywhere = new Mat();
    Core.add(picture, three, picture, everywhere, CvType.CV_8UC3);
    everywhere.release();
    grid.release();
    three.release();
  }
}
