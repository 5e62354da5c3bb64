package egov.kiosk.camera.page;

import egov.kiosk.domain.device.PageFlaw;
import java.util.EnumSet;
import java.util.Set;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Says what makes a cut-out page hard to read; looks at a copy of one size, so that numbers hold.
 */
final class PageJudge {
  private static final int WORKING_WIDTH = 1000;

  /** Below this, ten-point text has fewer than some 12 pixels a character. */
  private static final int LEAST_SIDE = 700;

  private static final double DARK_PAPER = 70;

  /** The variance of a sharp page's Laplacian is in the hundreds, of an unsharp one's below ten. */
  private static final double LEAST_SHARPNESS = 40;

  /** A lamp's reflection is as white as the sensor can tell, and larger than a letter. */
  private static final double CLIPPED = 253;

  private static final double GLARE_SHARE = 0.004;
  private static final double PAPER_BELOW = 245;
  private static final int LETTER = 15;

  /**
   * @param page BGR, cut out; not changed
   */
  Set<PageFlaw> judge(Mat page) {
    EnumSet<PageFlaw> flaws = EnumSet.noneOf(PageFlaw.class);
    if (Math.min(page.cols(), page.rows()) < LEAST_SIDE) {
      flaws.add(PageFlaw.TOO_SMALL);
    }
    Mat grey = grey(page);
    try {
      double paper = brightness(grey, 0.5);
      if (paper < DARK_PAPER) {
        flaws.add(PageFlaw.DARK);
      }
      if (sharpness(grey) < LEAST_SHARPNESS) {
        flaws.add(PageFlaw.BLURRED);
      }
      if (paper < PAPER_BELOW && glare(grey) > GLARE_SHARE) {
        flaws.add(PageFlaw.GLARE);
      }
      return flaws;
    } finally {
      grey.release();
    }
  }

  private static Mat grey(Mat page) {
    Mat grey = new Mat();
    Imgproc.cvtColor(page, grey, Imgproc.COLOR_BGR2GRAY);
    double scale = (double) WORKING_WIDTH / grey.cols();
    if (scale < 1) {
      Imgproc.resize(grey, grey, new Size(), scale, scale, Imgproc.INTER_AREA);
    }
    return grey;
  }

  /** The grey value that this share of the pixels does not exceed. */
  private static double brightness(Mat grey, double share) {
    byte[] values = new byte[(int) grey.total()];
    grey.get(0, 0, values);
    int[] counts = new int[256];
    for (byte value : values) {
      counts[value & 0xFF]++;
    }
    long below = 0;
    for (int i = 0; i < counts.length; i++) {
      below += counts[i];
      if (below >= share * values.length) {
        return i;
      }
    }
    return 255;
  }

  private static double sharpness(Mat grey) {
    Mat edges = new Mat();
    Mat quiet = new Mat();
    MatOfDouble mean = new MatOfDouble();
    MatOfDouble deviation = new MatOfDouble();
    try {
      // The sensor's noise is sharp, whatever the lens does.
      Imgproc.GaussianBlur(grey, quiet, new Size(3, 3), 0);
      Imgproc.Laplacian(quiet, edges, CvType.CV_64F);
      Core.meanStdDev(edges, mean, deviation);
      double value = deviation.toArray()[0];
      return value * value;
    } finally {
      edges.release();
      quiet.release();
      mean.release();
      deviation.release();
    }
  }

  /** The share of the page under patches of pure white. */
  private static double glare(Mat grey) {
    Mat white = new Mat();
    Mat letter = Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(LETTER, LETTER));
    try {
      Core.compare(grey, new Scalar(CLIPPED), white, Core.CMP_GE);
      Imgproc.morphologyEx(white, white, Imgproc.MORPH_OPEN, letter);
      return Core.countNonZero(white) / (double) white.total();
    } finally {
      white.release();
      letter.release();
    }
  }
}
