package egov.kiosk.identity.vision;

import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.ModelRole;
import java.util.List;
import org.opencv.core.CvException;
import org.opencv.core.Mat;

/**
 * The three models of a face pack, ready: picture in, vector out. Not for two threads at once.
 * OpenCV must be loaded.
 */
public final class FaceEngine {
  private final String packId;
  private final FaceDetector detector;
  private final FaceLandmarker landmarker;
  private final FaceEmbedder embedder;

  /**
   * Loads the models and runs each once, so that a model of the wrong shape is found now.
   *
   * @throws FacePackException when OpenCV does not take one of them
   */
  public FaceEngine(FacePack pack) throws FacePackException {
    try {
      this.packId = pack.id();
      this.detector = new FaceDetector(pack.model(ModelRole.DETECTOR));
      this.landmarker = new FaceLandmarker(pack.model(ModelRole.LANDMARKER));
      this.embedder = new FaceEmbedder(pack.model(ModelRole.EMBEDDER));
      forget();
    } catch (CvException e) {
      throw new FacePackException(
          "face pack " + pack.id() + " holds a model that OpenCV cannot run", e);
    }
  }

  /** Id of the pack. */
  public String packId() {
    return packId;
  }

  /**
   * Faces in a picture, surest first.
   *
   * @param minScore how sure to be, 0 to 1
   */
  public List<FaceBox> detect(Mat picture, double minScore) {
    return detector.detect(picture, minScore);
  }

  /** Cuts a face out and straightens it to 112×112; the scratch owns the result. */
  public Mat straighten(Mat picture, FaceBox face, Scratch scratch) {
    return embedder.straighten(picture, landmarker.fivePoints(picture, face), scratch);
  }

  /** The vector of a straightened face; the caller closes it. */
  public Embedding embed(Mat straight) {
    return embedder.embed(straight);
  }

  /** Overwrites what the models still hold of the last face. */
  public void forget() {
    detector.forget();
    landmarker.forget();
    embedder.forget();
  }
}
