package egov.kiosk.identity.vision;

import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.ModelRole;
import egov.kiosk.identity.pack.PackManifest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.Point;

/**
 * The models of a face pack, ready: picture in, vector out. Not for two threads at once. OpenCV
 * must be loaded.
 */
public final class FaceEngine {
  private final PackManifest manifest;
  private final FaceDetector detector;
  private final FaceLandmarker landmarker;
  private final FaceEmbedder embedder;
  private final Optional<PassiveModel> passive;
  private final Optional<EyeModel> eyes;

  /**
   * Loads the models and runs each once, so that a model of the wrong shape is found now.
   *
   * @throws FacePackException when OpenCV does not take one of them
   */
  public FaceEngine(FacePack pack) throws FacePackException {
    try {
      this.manifest = pack.manifest();
      this.detector = new FaceDetector(pack);
      this.landmarker = new FaceLandmarker(pack);
      this.embedder = new FaceEmbedder(pack);
      this.passive =
          pack.has(ModelRole.LIVENESS) ? Optional.of(new PassiveModel(pack)) : Optional.empty();
      this.eyes = pack.has(ModelRole.EYE) ? Optional.of(new EyeModel(pack)) : Optional.empty();
      forget();
    } catch (CvException e) {
      throw new FacePackException(
          "face pack " + pack.id() + " holds a model that OpenCV cannot run", e);
    }
  }

  /** Id and version of the pack. */
  public String packId() {
    return manifest.name();
  }

  /** What the pack's manifest says. */
  public PackManifest manifest() {
    return manifest;
  }

  /**
   * Faces in a picture, surest first.
   *
   * @param minScore how sure to be, 0 to 1
   */
  public List<FaceBox> detect(Mat picture, double minScore) {
    return detector.detect(picture, minScore);
  }

  /** The 68 points of a face, in pixels of the picture. */
  public List<Point> points(Mat picture, FaceBox face) {
    return landmarker.allPoints(picture, face);
  }

  /** Cuts a face out and straightens it to the pack's template; the scratch owns the result. */
  public Mat straighten(Mat picture, FaceBox face, Scratch scratch) {
    return straighten(picture, points(picture, face), scratch);
  }

  /** The same with points found before. */
  public Mat straighten(Mat picture, List<Point> points, Scratch scratch) {
    return embedder.straighten(picture, points, scratch);
  }

  /** The vector of a straightened face; the caller closes it. */
  public Embedding embed(Mat straight) {
    return embedder.embed(straight);
  }

  /** The vector of a face in a coarse portrait, taken with more care; the caller closes it. */
  public Embedding embedCoarse(Mat picture, List<Point> points) {
    return embedder.embedCoarse(picture, points);
  }

  /** How likely a face is alive, 0 to 1; empty when the pack has no opinion. */
  public OptionalDouble living(Mat picture, FaceBox face) {
    return passive.isPresent()
        ? OptionalDouble.of(passive.get().living(picture, face))
        : OptionalDouble.empty();
  }

  /** How surely both eyes are open, 0 to 1; empty when the pack cannot tell. */
  public OptionalDouble eyesOpen(Mat picture, FaceShape shape) {
    return eyes.isPresent()
        ? OptionalDouble.of(eyes.get().open(picture, shape))
        : OptionalDouble.empty();
  }

  /** Overwrites what the models still hold of the last face. */
  public void forget() {
    detector.forget();
    landmarker.forget();
    embedder.forget();
    passive.ifPresent(PassiveModel::forget);
    eyes.ifPresent(EyeModel::forget);
  }
}
