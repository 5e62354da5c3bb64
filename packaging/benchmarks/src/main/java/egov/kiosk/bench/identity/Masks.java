package egov.kiosk.bench.identity;

import egov.kiosk.identity.vision.FaceShape;
import egov.kiosk.identity.vision.Scratch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Draws masks of cloth over faces: from the bridge of the nose over cheeks and chin, pleated, and
 * shaded as the face below is. No real mask was ever looked at.
 */
enum Masks {
  WHITE(232, 232, 230),
  LIGHT_BLUE(225, 205, 160),
  GREEN(150, 180, 120),
  PINK(190, 175, 225),
  GREY(140, 138, 136),
  DARK_BLUE(95, 60, 40);

  /** Of the outline, from under one ear to under the other. */
  private static final int FIRST = 2;

  private static final int LAST = 14;
  private static final int BRIDGE = 28;
  private static final double BELOW_CHIN = 0.1;

  /** Eye distances between pleats, and by how much they are darker. */
  private static final double PLEATS = 0.25;

  private static final double PLEAT = 0.06;

  /** The part of the face's own light and shade that cloth shows. */
  private static final double SHADED = 0.6;

  private final Scalar colour;

  Masks(int blue, int green, int red) {
    this.colour = new Scalar(blue, green, red);
  }

  /** The same picture with a mask on; the scratch owns it. */
  Mat on(Mat picture, FaceShape shape, Scratch scratch) {
    Mat where = scratch.keep(Mat.zeros(picture.size(), CvType.CV_8U));
    Imgproc.fillPoly(where, List.of(scratch.keep(outline(shape))), Scalar.all(255));
    Mat cloth = cloth(picture, shape, where, scratch);
    Imgproc.GaussianBlur(where, where, new Size(0, 0), 0.6 + shape.eyeDistance() * 0.01);
    Mat share = scratch.fresh();
    Core.merge(List.of(where, where, where), share);
    share.convertTo(share, CvType.CV_32F, 1 / 255.0);
    Mat bare = scratch.fresh();
    picture.convertTo(bare, CvType.CV_32F);
    Core.subtract(cloth, bare, cloth);
    Core.multiply(cloth, share, cloth);
    Core.add(bare, cloth, bare);
    Mat worn = scratch.fresh();
    bare.convertTo(worn, CvType.CV_8U);
    return worn;
  }

  private static MatOfPoint outline(FaceShape shape) {
    Point chin = shape.mean(8);
    Point bridge = shape.mean(BRIDGE);
    List<Point> points = new ArrayList<>(List.of(bridge));
    IntStream.rangeClosed(FIRST, LAST)
        .mapToObj(shape::mean)
        .map(
            edge -> {
              double low = Math.max(0, (edge.y - bridge.y) / (chin.y - bridge.y));
              return new Point(edge.x, edge.y + low * BELOW_CHIN * shape.eyeDistance());
            })
        .forEach(points::add);
    return new MatOfPoint(points.toArray(Point[]::new));
  }

  /** The colour all over, as light and shade of the face let it appear. */
  private Mat cloth(Mat picture, FaceShape shape, Mat where, Scratch scratch) {
    Mat grey = scratch.fresh();
    Imgproc.cvtColor(picture, grey, Imgproc.COLOR_BGR2GRAY);
    double mean = Math.max(1, Core.mean(grey, where).val[0]);
    Mat shade = scratch.fresh();
    Imgproc.GaussianBlur(grey, shade, new Size(0, 0), shape.eyeDistance() * 0.15);
    shade.convertTo(shade, CvType.CV_32F, SHADED / mean, 1 - SHADED);
    double every = shape.eyeDistance() * PLEATS;
    for (double y = 0; y < picture.rows(); y += every) {
      Mat pleat = shade.rowRange((int) y, (int) Math.min(picture.rows(), y + 1 + every / 6));
      Core.multiply(pleat, Scalar.all(1 - PLEAT), pleat);
      pleat.release();
    }
    Mat cloth = scratch.fresh();
    Core.merge(List.of(shade, shade, shade), cloth);
    Core.multiply(cloth, colour, cloth);
    return cloth;
  }
}
