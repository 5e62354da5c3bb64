package egov.kiosk.identity.vision;

import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.ModelEntry;
import egov.kiosk.identity.pack.ModelInput;
import egov.kiosk.identity.pack.ModelRole;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** Finds faces with the pack's detector. Not for two threads at once. */
public final class FaceDetector {
  private static final Scalar GREY = Scalar.all(100);
  private static final int SUREST = 750;
  private static final NonMaximumSuppression ONE_A_FACE = new NonMaximumSuppression(0.4);

  private final ModelInput input;
  private final BoxDecoder decoder;
  private final OnnxModel model;

  /** Loads the detector of a pack. */
  public FaceDetector(FacePack pack) {
    ModelEntry entry = pack.entry(ModelRole.DETECTOR);
    this.input = entry.input();
    this.decoder = BoxDecoder.of(entry);
    this.model = new OnnxModel(pack.model(ModelRole.DETECTOR), input, decoder.outputs());
  }

  /**
   * Faces in a picture, surest first.
   *
   * @param picture of any size; seen letterboxed, so that faces keep their proportions
   * @param minScore how sure the model must be, 0 to 1
   */
  public List<FaceBox> detect(Mat picture, double minScore) {
    List<FaceBox> found = look(picture, minScore);
    if (!found.isEmpty() || input.margin() == 0) {
      return found;
    }
    int margin = (int) (Math.max(picture.cols(), picture.rows()) * input.margin());
    try (Scratch scratch = new Scratch()) {
      Mat wide = scratch.fresh();
      Core.copyMakeBorder(
          picture, wide, margin, margin, margin, margin, Core.BORDER_CONSTANT, GREY);
      return look(wide, minScore).stream().map(box -> box.moved(-margin, -margin)).toList();
    }
  }

  private List<FaceBox> look(Mat picture, double minScore) {
    try (Scratch scratch = new Scratch()) {
      Letterbox letterbox = Letterbox.of(picture, input);
      List<FaceBox> found =
          decoder.boxes(model.look(letterbox.draw(picture, scratch)), minScore).stream()
              .map(letterbox::inPicture)
              .filter(box -> box.width() >= 1 && box.height() >= 1)
              .toList();
      return ONE_A_FACE.filter(found, SUREST);
    }
  }

  void forget() {
    model.forget();
  }
}
