package egov.kiosk.identity.vision;

import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.ModelInput;
import egov.kiosk.identity.pack.ModelRole;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/**
 * A pack's own opinion whether a face is alive, from one picture and what surrounds the face in it.
 * An opinion, no proof: of prints without an edge it lets most pass. Not for two threads at once.
 */
final class PassiveModel {
  private final ModelInput input;
  private final OnnxModel model;

  /** Loads the liveness model of a pack that has one. */
  PassiveModel(FacePack pack) {
    this.input = pack.entry(ModelRole.LIVENESS).input();
    this.model = new OnnxModel(pack.model(ModelRole.LIVENESS), input);
  }

  /** How likely the face is alive, 0 to 1: the share of the first of the model's classes. */
  double living(Mat picture, FaceBox face) {
    try (Scratch scratch = new Scratch()) {
      float[] classes = model.look(scratch.view(picture.submat(around(picture, face)))).get(0);
      double most = Double.NEGATIVE_INFINITY;
      for (float value : classes) {
        most = Math.max(most, value);
      }
      double sum = 0;
      for (float value : classes) {
        sum += Math.exp(value - most);
      }
      return Math.exp(classes[0] - most) / sum;
    }
  }

  /** The face and its surroundings, shifted inside the picture rather than cut off. */
  private Rect around(Mat picture, FaceBox face) {
    double most =
        Math.min((picture.cols() - 1) / face.width(), (picture.rows() - 1) / face.height());
    double growth = Math.min(most, input.crop());
    int width = (int) Math.max(1, Math.min(picture.cols(), face.width() * growth));
    int height = (int) Math.max(1, Math.min(picture.rows(), face.height() * growth));
    int left = (int) Math.round(face.x() + (face.width() - width) / 2);
    int top = (int) Math.round(face.y() + (face.height() - height) / 2);
    return new Rect(
        Math.max(0, Math.min(left, picture.cols() - width)),
        Math.max(0, Math.min(top, picture.rows() - height)),
        width,
        height);
  }

  void forget() {
    model.forget();
  }
}
