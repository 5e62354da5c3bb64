package egov.kiosk.identity.quality;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.identity.vision.FaceShape;

/** Whether a face looks at the lens, from the places of its parts alone. */
final class Pose {
  /** About 35 degrees to a side. */
  private static final double MOST_TURN = 0.32;

  private static final double LEVEL = 0.58;
  private static final double MOST_NOD = 0.25;

  /** In radians: a head may lean, as straightening undoes it, but not lie. */
  private static final double MOST_LEAN = 0.6;

  private Pose() {}

  static FaceHint judge(FaceShape shape) {
    boolean away =
        Math.abs(shape.turn()) > MOST_TURN
            || Math.abs(shape.nod() - LEVEL) > MOST_NOD
            || Math.abs(shape.lean()) > MOST_LEAN;
    return away ? FaceHint.FRONT : FaceHint.NONE;
  }

  /** 1 looks straight at the lens, 0 is at the limit. */
  static double score(FaceShape shape) {
    double turn = Math.abs(shape.turn()) / MOST_TURN;
    double nod = Math.abs(shape.nod() - LEVEL) / MOST_NOD;
    return Math.max(0, 1 - Math.max(turn, nod));
  }
}
