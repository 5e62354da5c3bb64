package egov.kiosk.identity.vision;

import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.imgproc.Imgproc;

/**
 * Turns a face into a vector: straightened to the five points of the usual 112×112 template, input
 * 1×3×112×112 in the order blue, green, red, (x − 127) / 128; answers 512 floats. Not for two
 * threads at once.
 */
public final class FaceEmbedder {
  private static final int SIDE = 112;

  /** Eyes, nose and corners of the mouth where the model was taught to expect them. */
  private static final List<Point> TEMPLATE =
      List.of(
          new Point(38.2946, 51.6963),
          new Point(73.5318, 51.5014),
          new Point(56.0252, 71.7366),
          new Point(41.5493, 92.3655),
          new Point(70.7299, 92.2041));

  private final OnnxModel model;

  /**
   * @param onnx the model
   */
  public FaceEmbedder(byte[] onnx) {
    this.model = new OnnxModel(onnx, new int[] {1, 3, SIDE, SIDE});
  }

  /**
   * The face cut out and straightened, 112×112.
   *
   * @param points as {@link FaceLandmarker#fivePoints} answers them
   */
  Mat straighten(Mat picture, List<Point> points, Scratch scratch) {
    Mat matrix = scratch.keep(new Mat(2, 3, CvType.CV_64F));
    matrix.put(0, 0, Similarity.fit(points, TEMPLATE).rows());
    Mat straight = scratch.fresh();
    Imgproc.warpAffine(picture, straight, matrix, new Size(SIDE, SIDE));
    return straight;
  }

  /** The vector of a straightened face. */
  Embedding embed(Mat straight) {
    try (Scratch scratch = new Scratch()) {
      Mat blob =
          scratch.keep(
              Dnn.blobFromImage(
                  straight, 1.0 / 128, new Size(SIDE, SIDE), Scalar.all(127), false, false));
      return new Embedding(model.run(blob, scratch));
    }
  }

  void forget() {
    model.forget();
  }
}
