package egov.kiosk.identity.vision;

import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.ModelInput;
import egov.kiosk.identity.pack.ModelRole;
import org.opencv.core.Mat;
import org.opencv.core.Point;

/**
 * Tells open eyes from closed ones by their pixels: the points around an eye hardly move when its
 * lid falls. Not for two threads at once.
 */
final class EyeModel {
  private static final int[] OUTER = {36, 42};
  private static final int TO_INNER = 3;

  private final ModelInput input;
  private final OnnxModel model;

  /** Loads the eye model of a pack that has one. */
  EyeModel(FacePack pack) {
    this.input = pack.entry(ModelRole.EYE).input();
    this.model = new OnnxModel(pack.model(ModelRole.EYE), input);
  }

  /** How surely both eyes are open, 0 to 1: the mean share of the second of the model's classes. */
  double open(Mat picture, FaceShape shape) {
    double sum = 0;
    for (int outer : OUTER) {
      sum += open(picture, shape.mean(outer), shape.mean(outer + TO_INNER), shape.lean());
    }
    return sum / OUTER.length;
  }

  private double open(Mat picture, Point outer, Point inner, double lean) {
    Point middle = new Point((outer.x + inner.x) / 2, (outer.y + inner.y) / 2);
    double width = Math.max(1, Math.hypot(outer.x - inner.x, outer.y - inner.y));
    try (Scratch scratch = new Scratch()) {
      Square around = new Square(middle, width * input.crop(), lean);
      float[] classes = model.look(around.cut(picture, input.width(), scratch)).get(0);
      return 1 / (1 + Math.exp(classes[0] - classes[1]));
    }
  }

  void forget() {
    model.forget();
  }
}
