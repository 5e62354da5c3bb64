package egov.kiosk.identity.quality;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.identity.vision.FaceBox;
import java.util.Comparator;
import java.util.List;

/**
 * Who stands where: sizes and number of faces. Where in the frame a face is does not matter, so
 * that a child and a person in a wheelchair are seen as they are.
 *
 * @param minFacePixels the narrowest face that is compared
 */
public record Composition(int minFacePixels) {
  /** A face higher than this part of the frame is cut by its edges sooner or later. */
  private static final double TOO_CLOSE = 0.9;

  /**
   * Less wide than this part of the nearest face is no company: people farther back are a queue,
   * and a face on a shirt or a poster is smaller than its wearer's.
   */
  private static final double COMPANY = 0.5;

  /** The face that counts: the largest. */
  public static FaceBox nearest(List<FaceBox> faces) {
    return faces.stream().max(Comparator.comparingDouble(FaceBox::width)).orElseThrow();
  }

  /**
   * What would help.
   *
   * @param faces all faces of the frame, at least one
   * @param frameHeight in pixels
   */
  public FaceHint judge(List<FaceBox> faces, int frameHeight) {
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
}
