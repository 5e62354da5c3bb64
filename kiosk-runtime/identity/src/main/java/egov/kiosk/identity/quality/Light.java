package egov.kiosk.identity.quality;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.identity.vision.Scratch;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** Brightness and sharpness of pictures, by their mean and by the variance of the Laplacian. */
final class Light {
  private static final double DARK = 40;
  private static final double BRIGHT = 225;
  private static final double SHARP = 8;

  private Light() {}

  static boolean isDark(Mat picture) {
    Scalar mean = Core.mean(picture);
    return (mean.val[0] + mean.val[1] + mean.val[2]) / 3 < DARK;
  }

  /**
   * @param straight the straightened face
   * @param sharpness as {@link #sharpness} found it
   */
  static FaceHint judge(Mat straight, double sharpness) {
    if (isDark(straight)) {
      return FaceHint.DARK;
    }
    Scalar mean = Core.mean(straight);
    if ((mean.val[0] + mean.val[1] + mean.val[2]) / 3 > BRIGHT) {
      return FaceHint.BRIGHT;
    }
    return sharpness < SHARP ? FaceHint.STILL : FaceHint.NONE;
  }

  static double sharpness(Mat straight) {
    try (Scratch scratch = new Scratch()) {
      Mat grey = scratch.fresh();
      Imgproc.cvtColor(straight, grey, Imgproc.COLOR_BGR2GRAY);
      Mat edges = scratch.fresh();
      Imgproc.Laplacian(grey, edges, CvType.CV_16S);
      MatOfDouble mean = scratch.keep(new MatOfDouble());
      MatOfDouble deviation = scratch.keep(new MatOfDouble());
      Core.meanStdDev(edges, mean, deviation);
      return Math.pow(deviation.get(0, 0)[0], 2);
    }
  }

  /** 1 is as sharp as a comparison needs, 0 is no picture. */
  static double score(double sharpness) {
    return Math.min(1, sharpness / (sharpness + 60) * 1.5);
  }
}
