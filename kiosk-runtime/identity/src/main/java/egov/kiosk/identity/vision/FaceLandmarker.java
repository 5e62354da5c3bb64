package egov.kiosk.identity.vision;

import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.ModelInput;
import egov.kiosk.identity.pack.ModelRole;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;

/**
 * Finds 68 points of a face, numbered as usual since the 300-W challenge (ICCV 2013): jaw 0 to 16,
 * brows to 26, nose to 35, eyes to 47, mouth to 67. The model looks twice: at a square around the
 * face box, a little larger than its longer side, and then at a square around what it found, turned
 * upright, as boxes of small or leaning faces are often off. Not for two threads at once.
 */
public final class FaceLandmarker {
  /** How many points there are. */
  public static final int POINTS = 68;

  /** The second square's side over the extent of the first points; found by measuring. */
  private static final double SECOND = 1.125;

  private final ModelInput input;
  private final OnnxModel model;

  /** Loads the landmarker of a pack. */
  public FaceLandmarker(FacePack pack) {
    this.input = pack.entry(ModelRole.LANDMARKER).input();
    this.model = new OnnxModel(pack.model(ModelRole.LANDMARKER), input);
  }

  /** The points of a face, in pixels of the picture. */
  public List<Point> allPoints(Mat picture, FaceBox face) {
    return second(picture, new FaceShape(first(picture, face)));
  }

  private List<Point> first(Mat picture, FaceBox face) {
    try (Scratch scratch = new Scratch()) {
      Rect box = inside(face.square(input.crop()), picture);
      float[] fractions = model.look(scratch.view(picture.submat(box))).get(0);
      List<Point> points = new ArrayList<>(POINTS);
      for (int i = 0; i < POINTS; i++) {
        points.add(
            new Point(
                box.x + fractions[2 * i] * box.width, box.y + fractions[2 * i + 1] * box.height));
      }
      return points;
    }
  }

  private List<Point> second(Mat picture, FaceShape shape) {
    try (Scratch scratch = new Scratch()) {
      Square square = shape.around(SECOND);
      float[] fractions = model.look(square.cut(picture, input.width(), scratch)).get(0);
      List<Point> points = new ArrayList<>(POINTS);
      for (int i = 0; i < POINTS; i++) {
        points.add(square.inPicture(fractions[2 * i], fractions[2 * i + 1]));
      }
      return points;
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

  void forget() {
    model.forget();
  }
}
