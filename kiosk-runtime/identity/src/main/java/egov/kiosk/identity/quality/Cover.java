package egov.kiosk.identity.quality;

import egov.kiosk.domain.citizen.FaceHint;
import org.opencv.core.Mat;

/**
 * Tells a mask that is not black nor of the colour of skin, and dark glasses, as far as colours
 * alone tell them: a black mask looks like a beard, and is not told from it. Never in doubt, as a
 * wrong hint asks somebody to take off what they do not wear.
 */
final class Cover {
  private static final double OTHER_COLOUR = 18;
  private static final double NOT_BLACK = 0.3;
  private static final double DARK_GLASS = 0.42;
  private static final double PLAIN = 0.2;

  private Cover() {}

  /**
   * @param straight a face straightened to the usual template: eyes at 0.46, mouth at 0.82 of its
   *     height
   */
  static FaceHint judge(Mat straight) {
    Patch bridge = Patch.of(straight, 0.5, 0.50, 0.1, 0.1);
    Patch left = Patch.of(straight, 0.34, 0.46, 0.18, 0.09);
    Patch right = Patch.of(straight, 0.66, 0.46, 0.18, 0.09);
    Patch forehead = Patch.of(straight, 0.5, 0.22, 0.3, 0.1);
    Patch cheeks = Patch.of(straight, 0.5, 0.64, 0.44, 0.06);
    Patch lower = Patch.of(straight, 0.5, 0.84, 0.5, 0.2);
    Patch skin = bridge.colourDistance(forehead) < OTHER_COLOUR ? bridge : forehead;
    // A mask covers the nose, too; a white beard and the shade of a hat's brim do not.
    Patch nose = Patch.of(straight, 0.5, 0.64, 0.12, 0.08);
    boolean covered =
        isCloth(lower, skin) && isCloth(nose, skin) && lower.light() > skin.light() * NOT_BLACK;
    if (covered) {
      // Asked first: above a bright mask any eyes look as dark as glasses.
      return FaceHint.MASK;
    }
    boolean dark = isGlass(left, cheeks) && isGlass(right, cheeks);
    return dark ? FaceHint.GLASSES : FaceHint.NONE;
  }

  private static boolean isCloth(Patch patch, Patch skin) {
    return patch.colourDistance(skin) > OTHER_COLOUR && patch.red() < skin.red();
  }

  private static boolean isGlass(Patch eye, Patch cheeks) {
    return eye.light() < cheeks.light() * DARK_GLASS && eye.spread() < cheeks.light() * PLAIN;
  }
}
