package egov.kiosk.bench.identity.attack;

import egov.kiosk.domain.citizen.ScreenLight;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Shows a subject at a moment: turned by its relief, with eyes closed, lit by the screen. Keeps the
 * maps of one relief.
 */
final class Sculptor implements AutoCloseable {
  /** The part by which a fully lit patch gets brighter. */
  private static final double GAIN = 0.09;

  private final Mat heights = new Mat(Subject.SIDE, Subject.SIDE, CvType.CV_32F);
  private final Mat gain = new Mat(Subject.SIDE, Subject.SIDE, CvType.CV_32F);
  private final Mat columns = new Mat(Subject.SIDE, Subject.SIDE, CvType.CV_32F);
  private final Mat rows = new Mat(Subject.SIDE, Subject.SIDE, CvType.CV_32F);

  Sculptor(Relief relief) {
    Point origin = Relief.origin();
    float[] h = new float[Subject.SIDE];
    float[] l = new float[Subject.SIDE];
    float[] c = new float[Subject.SIDE];
    float[] r = new float[Subject.SIDE];
    double eyes = relief.height(-0.5, -0.45);
    for (int row = 0; row < Subject.SIDE; row++) {
      for (int column = 0; column < Subject.SIDE; column++) {
        double x = (column - origin.x) / Subject.EYES;
        double y = (row - origin.y) / Subject.EYES;
        h[column] = (float) ((relief.height(x, y) - eyes) * Subject.EYES);
        l[column] = (float) (1 + GAIN * relief.lit(x, y));
        c[column] = column;
        r[column] = row;
      }
      heights.put(row, 0, h);
      gain.put(row, 0, l);
      columns.put(row, 0, c);
      rows.put(row, 0, r);
    }
  }

  /** The canvas of the subject at that moment. */
  Mat show(Subject subject, Moment moment) {
    Mat picture = subject.picture().clone();
    if (moment.closed() > 0.3) {
      Lids.close(picture, subject);
    }
    picture = turn(picture, moment);
    return light(picture, moment);
  }

  private Mat turn(Mat picture, Moment moment) {
    if (moment.turn() == 0 && moment.nod() == 0) {
      return picture;
    }
    Mat fromX = new Mat();
    Mat fromY = new Mat();
    Core.scaleAdd(heights, -Math.sin(moment.turn()), columns, fromX);
    Core.scaleAdd(heights, -Math.sin(moment.nod()), rows, fromY);
    Mat turned = new Mat();
    Imgproc.remap(
        picture, turned, fromX, fromY, Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE, Scalar.all(0));
    fromX.release();
    fromY.release();
    picture.release();
    return turned;
  }

  private Mat light(Mat picture, Moment moment) {
    if (moment.light() == ScreenLight.OFF) {
      return picture;
    }
    List<Mat> colours = new ArrayList<>();
    Core.split(picture, colours);
    int[] on = {moment.light().blue(), moment.light().green(), moment.light().red()};
    for (int i = 0; i < 3; i++) {
      if (on[i] > 0) {
        Core.multiply(colours.get(i), gain, colours.get(i), 1, CvType.CV_8U);
      }
    }
    Core.merge(colours, picture);
    colours.forEach(Mat::release);
    return picture;
  }

  @Override
  public void close() {
    List.of(heights, gain, columns, rows).forEach(Mat::release);
  }
}
