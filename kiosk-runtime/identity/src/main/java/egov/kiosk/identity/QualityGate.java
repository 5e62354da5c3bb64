package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.identity.vision.FaceBox;
import egov.kiosk.identity.vision.Scratch;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Decides whether a live frame is worth comparing, and if not, what to tell the citizen.
 *
 * @param minFacePixels the narrowest face that is compared
 */
record QualityGate(int minFacePixels) {
  /** A face higher than this part of the frame is cut by its edges sooner or later. */
  private static final double TOO_CLOSE = 0.9;

  /** People farther back are a queue, not company: their faces are less than half as wide. */
  private static final double COMPANY = 0.5;

  private static final double DARK = 40;
  private static final double SHARP = 8;

  /** The face that counts: the largest. */
  static FaceBox nearest(List<FaceBox> faces) {
    return faces.stream().max(Comparator.comparingDouble(FaceBox::width)).orElseThrow();
  }

  /**
   * Looks at sizes and number of faces.
   *
   * @param faces all faces of the frame, at least one
   * @param frameHeight in pixels
   */
  FaceHint composition(List<FaceBox> faces, int frameHeight) {
    FaceBox nearest = nearest(faces);
    long together = faces.stream().filter(f -> f.width() >= nearest.width() * COMPANY).count();
    if (together > 1) {
      return FaceHint.ONE_PERSON;
    }
    if (nearest.width() < minFacePixels) {
      return FaceHint.CLOSER;
    }
    return nearest.height() > frameHeight * TOO_CLOSE ? FaceHint.BACK : FaceHint.NONE;
  }

  /** What to say to a frame without a face: too dark to find one, or nobody there. */
  FaceHint absence(Mat frame) {
    return isDark(frame) ? FaceHint.DARK : FaceHint.LOOK;
  }

  private static boolean isDark(Mat picture) {
    Scalar mean = Core.mean(picture);
    return (mean.val[0] + mean.val[1] + mean.val[2]) / 3 < DARK;
  }

  /**
   * Looks at light and sharpness: mean brightness, and variance of the Laplacian.
   *
   * @param straight the straightened face
   */
  FaceHint picture(Mat straight) {
    if (isDark(straight)) {
      return FaceHint.DARK;
    }
    try (Scratch scratch = new Scratch()) {
      Mat grey = scratch.fresh();
      Imgproc.cvtColor(straight, grey, Imgproc.COLOR_BGR2GRAY);
      Mat edges = scratch.fresh();
      Imgproc.Laplacian(grey, edges, CvType.CV_64F);
      MatOfDouble mean = scratch.keep(new MatOfDouble());
      MatOfDouble deviation = scratch.keep(new MatOfDouble());
      Core.meanStdDev(edges, mean, deviation);
      double sharpness = Math.pow(deviation.get(0, 0)[0], 2);
      return sharpness < SHARP ? FaceHint.LOOK : FaceHint.NONE;
    }
  }
}
