package egov.kiosk.identity.liveness;

import egov.kiosk.identity.vision.FaceShape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;

/**
 * Mean colours of the parts of a face that tell a head from a sheet: nose and cheeks, which stand
 * out, against its outline from ear to ear, which turns away.
 *
 * @param front blue, green, red of nose and either cheek
 * @param outline of {@value #OUTLINE} places just inside the outline
 */
record FacePatches(List<double[]> front, List<double[]> outline) {
  /** How many places in front there are. */
  static final int FRONT = 3;

  /** The points of the outline but for the two at the ears, which hair covers. */
  private static final int FIRST = 1;

  /** How many places of the outline there are. */
  static final int OUTLINE = 15;

  /** The four that lie highest on the cheeks and lowest of them, and the chin between. */
  private static final int[] SIDES = {2, 4, 12, 14};

  private static final int CHIN = 8;
  private static final double SIZE = 0.22;
  private static final double INSIDE = 0.14;

  static FacePatches of(Observation seen) {
    FaceShape shape = seen.shape();
    Mat picture = seen.picture();
    double size = shape.eyeDistance() * SIZE;
    return new FacePatches(
        Stream.of(shape.mean(29, 30), shape.mean(41, 48, 30), shape.mean(46, 54, 30))
            .map(place -> colour(picture, size, place))
            .toList(),
        IntStream.range(FIRST, FIRST + OUTLINE)
            .mapToObj(point -> colour(picture, size, inside(shape, point)))
            .toList());
  }

  /** Blue, green, red of nose and cheeks together. */
  double[] middle() {
    double[] mean = new double[3];
    for (double[] place : front) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += place[i] / FRONT;
      }
    }
    return mean;
  }

  /** Of what there is for each place of the outline, that of the chin. */
  static <T> T chin(List<T> outline) {
    return outline.get(CHIN - FIRST);
  }

  /** That of the chin and of the places beside it: where a head is turned, one of them faces us. */
  static <T> List<T> aroundChin(List<T> outline) {
    return outline.subList(CHIN - FIRST - 1, CHIN - FIRST + 2);
  }

  /** Of what there is for each place of the outline, that of four places at the sides. */
  static <T> List<T> sides(List<T> outline) {
    return Arrays.stream(SIDES).mapToObj(side -> outline.get(side - FIRST)).toList();
  }

  private static Point inside(FaceShape shape, int outline) {
    Point edge = shape.mean(outline);
    Point nose = shape.mean(30);
    return new Point(edge.x + INSIDE * (nose.x - edge.x), edge.y + INSIDE * (nose.y - edge.y));
  }

  private static double[] colour(Mat picture, double size, Point centre) {
    int half = (int) Math.max(1, size / 2);
    int x = (int) Math.max(0, Math.min(picture.cols() - 2.0 * half, centre.x - half));
    int y = (int) Math.max(0, Math.min(picture.rows() - 2.0 * half, centre.y - half));
    Mat part = picture.submat(new Rect(x, y, 2 * half, 2 * half));
    double[] mean = Core.mean(part).val;
    part.release();
    return Arrays.copyOf(mean, 3);
  }
}
