package egov.kiosk.bench.identity.attack;

import egov.kiosk.identity.quality.Composition;
import egov.kiosk.identity.vision.FaceBox;
import egov.kiosk.identity.vision.FaceEngine;
import egov.kiosk.identity.vision.FaceShape;
import java.util.List;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A person, from one picture: scaled so that the eyes are {@value #EYES} pixels apart, in the
 * middle of a canvas of {@value #SIDE} pixels.
 *
 * @param picture the canvas, blue, green, red
 * @param shape where the parts of the face are on it
 */
record Subject(Mat picture, FaceShape shape) {
  static final int SIDE = 480;
  static final double EYES = 84;

  /** Empty when the picture shows no whole face that could be scaled so. */
  static Optional<Subject> of(Mat photo, FaceEngine engine) {
    List<FaceBox> faces = engine.detect(photo, 0.65);
    if (faces.isEmpty()) {
      return Optional.empty();
    }
    FaceShape first = new FaceShape(engine.points(photo, Composition.nearest(faces)));
    double scale = EYES / first.eyeDistance();
    if (!(scale > 0.05 && scale < 6) || !inside(first, photo)) {
      return Optional.empty();
    }
    Point middle = first.mean(27, 30, 33);
    Mat matrix = new Mat(2, 3, CvType.CV_64F);
    matrix.put(
        0, 0, scale, 0, SIDE / 2.0 - scale * middle.x, 0, scale, SIDE / 2.0 - scale * middle.y);
    Mat canvas = new Mat();
    Imgproc.warpAffine(
        photo,
        canvas,
        matrix,
        new Size(SIDE, SIDE),
        Imgproc.INTER_CUBIC,
        org.opencv.core.Core.BORDER_REPLICATE,
        Scalar.all(0));
    List<FaceBox> again = engine.detect(canvas, 0.65);
    if (again.isEmpty()) {
      return Optional.empty();
    }
    FaceBox box = Composition.nearest(again);
    return Optional.of(new Subject(canvas, new FaceShape(engine.points(canvas, box))));
  }

  /** A face that the picture's edge cuts off cannot be presented. */
  private static boolean inside(FaceShape shape, Mat photo) {
    return shape.points().stream()
        .allMatch(p -> p.x >= 0 && p.y >= 0 && p.x < photo.cols() && p.y < photo.rows());
  }

  /** The picture on the card: 102×126 pixels of it. */
  Mat card() {
    int width = (int) (EYES * 3.5);
    int height = width * 126 / 102;
    Mat part =
        picture.submat(
            new org.opencv.core.Rect((SIDE - width) / 2, (SIDE - height) / 2, width, height));
    Mat small = new Mat();
    Imgproc.resize(part, small, new Size(102, 126), 0, 0, Imgproc.INTER_AREA);
    part.release();
    return small;
  }
}
