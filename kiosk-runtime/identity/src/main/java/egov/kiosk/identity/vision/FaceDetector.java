package egov.kiosk.identity.vision;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.imgproc.Imgproc;

/**
 * Finds faces with an "ultra light, RFB 320" model: input 1×3×240×320 RGB, (x − 127) / 128; answers
 * {@code scores} 4420×2 (no face, face) and {@code boxes} 4420×4 (left, top, right, bottom as
 * fractions of the input). Not for two threads at once.
 */
public final class FaceDetector {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final int SUREST = 750;
  private static final NonMaximumSuppression ONE_A_FACE = new NonMaximumSuppression(0.4);

  private final OnnxModel model;

  /**
   * @param onnx the model
   */
  public FaceDetector(byte[] onnx) {
    this.model = new OnnxModel(onnx, new int[] {1, 3, HEIGHT, WIDTH}, "scores", "boxes");
  }

  /**
   * Faces in a picture, surest first.
   *
   * @param picture of any size; seen letterboxed, so that faces keep their proportions
   * @param minScore how sure the model must be, 0 to 1
   */
  public List<FaceBox> detect(Mat picture, double minScore) {
    try (Scratch scratch = new Scratch()) {
      Letterbox letterbox = Letterbox.of(picture);
      Mat blob =
          scratch.keep(
              Dnn.blobFromImage(
                  letterbox.draw(picture, scratch),
                  1.0 / 128,
                  new Size(WIDTH, HEIGHT),
                  Scalar.all(127),
                  true,
                  false));
      List<float[]> answers = model.runAll(blob, scratch);
      List<FaceBox> found = boxes(answers.get(0), answers.get(1), minScore, letterbox);
      return ONE_A_FACE.filter(found, SUREST);
    }
  }

  private static List<FaceBox> boxes(
      float[] scores, float[] corners, double minScore, Letterbox letterbox) {
    List<FaceBox> found = new ArrayList<>();
    for (int i = 0; i < scores.length / 2; i++) {
      double score = scores[2 * i + 1];
      double left = letterbox.x(corners[4 * i] * WIDTH);
      double top = letterbox.y(corners[4 * i + 1] * HEIGHT);
      double width = letterbox.x(corners[4 * i + 2] * WIDTH) - left;
      double height = letterbox.y(corners[4 * i + 3] * HEIGHT) - top;
      if (score >= minScore && width >= 1 && height >= 1) {
        found.add(new FaceBox(left, top, width, height, score));
      }
    }
    return found;
  }

  /** A picture scaled into the middle of the model's input, black around it. */
  private record Letterbox(double scale, Rect inner) {
    static Letterbox of(Mat picture) {
      double scale = Math.min((double) WIDTH / picture.cols(), (double) HEIGHT / picture.rows());
      int cols = Math.min(WIDTH, Math.max(1, (int) Math.round(picture.cols() * scale)));
      int rows = Math.min(HEIGHT, Math.max(1, (int) Math.round(picture.rows() * scale)));
      return new Letterbox(scale, new Rect((WIDTH - cols) / 2, (HEIGHT - rows) / 2, cols, rows));
    }

    Mat draw(Mat picture, Scratch scratch) {
      Mat canvas = scratch.keep(new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, Scalar.all(0)));
      int method = scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR;
      Imgproc.resize(picture, scratch.view(canvas.submat(inner)), inner.size(), 0, 0, method);
      return canvas;
    }

    double x(double canvasX) {
      return (canvasX - inner.x) / scale;
    }

    double y(double canvasY) {
      return (canvasY - inner.y) / scale;
    }
  }

  void forget() {
    model.forget();
  }
}
