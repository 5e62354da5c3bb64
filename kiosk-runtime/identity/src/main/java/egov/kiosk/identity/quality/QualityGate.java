package egov.kiosk.identity.quality;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.identity.vision.FaceShape;
import org.opencv.core.Mat;

/** Decides whether a face is worth comparing, and if not, what to tell the citizen. */
public final class QualityGate {
  private QualityGate() {}

  /** What to say to a frame without a face: too dark to find one, or nobody there. */
  public static FaceHint absence(Mat frame) {
    return Light.isDark(frame) ? FaceHint.DARK : FaceHint.LOOK;
  }

  /** Whether the face looks at the lens. */
  public static FaceHint pose(FaceShape shape) {
    return Pose.judge(shape);
  }

  /**
   * Looks at light, sharpness and what covers the face.
   *
   * @param straight the straightened face
   */
  public static FaceQuality judge(FaceShape shape, Mat straight) {
    double sharpness = Light.sharpness(straight);
    FaceHint hint = Light.judge(straight, sharpness);
    if (hint == FaceHint.NONE) {
      hint = Cover.judge(straight);
    }
    double score = 0.1 + 0.9 * Pose.score(shape) * Light.score(sharpness);
    return new FaceQuality(hint, score);
  }
}
