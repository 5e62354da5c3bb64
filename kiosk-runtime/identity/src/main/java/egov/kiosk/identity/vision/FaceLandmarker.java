package egov.kiosk.identity.vision;

import java.util.List;
import java.util.stream.IntStream;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.imgproc.Imgproc;

/**
 * Finds the five points that a face is straightened by: eyes, nose, corners of the mouth. The model
 * sees a square around the face box, a tenth larger than its longer side, as 1×1×64×64 grey, x /
 * 256, and answers 68 points (x, y) as fractions of that square. Not for two threads at once.
 */
public final class FaceLandmarker {
  private static final int SIDE = 64;
  private static final double GROWTH = 1.1;

  private final OnnxModel model;

  /**
   * @param onnx the model
   */
  public FaceLandmarker(byte[] onnx) {
    this.model = new OnnxModel(onnx, new int[] {1, 1, SIDE, SIDE});
  }

  /** Left eye, right eye, nose, left and right corner of the mouth, in pixels of the picture. */
  public List<Point> fivePoints(Mat picture, FaceBox face) {
    try (Scratch scratch = new Scratch()) {
      Rect box = inside(face.square(GROWTH), picture);
      Mat grey = scratch.fresh();
      Imgproc.cvtColor(scratch.view(picture.submat(box)), grey, Imgproc.COLOR_BGR2GRAY);
      Mat blob =
          scratch.keep(
              Dnn.blobFromImage(
                  grey, 1.0 / 256, new Size(SIDE, SIDE), Scalar.all(0), false, false));
      float[] points = model.run(blob, scratch);
      return List.of(
          mean(points, box, 37, 38, 40, 41),
          mean(points, box, 43, 44, 46, 47),
          mean(points, box, 30),
          mean(points, box, 48, 60),
          mean(points, box, 54, 64));
    }
  }

  private static Rect inside(FaceBox box, Mat picture) {
    int left = clamp(box.x(), picture.cols() - 1);
    int top = clamp(box.y(), picture.rows() - 1);
    int right = clamp(box.x() + box.width(), picture.cols());
    int bottom = clamp(box.y() + box.height(), picture.rows());
    return new Rect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  private static int clamp(double value, int max) {
    return (int) Math.max(0, Math.min(max, Math.round(value)));
  }

  private static Point mean(float[] points, Rect box, int... indices) {
    double x = IntStream.of(indices).mapToDouble(i -> points[2 * i]).average().orElseThrow();
    double y = IntStream.of(indices).mapToDouble(i -> points[2 * i + 1]).average().orElseThrow();
    return new Point(box.x + x * box.width, box.y + y * box.height);
  }

  void forget() {
    model.forget();
  }
}
