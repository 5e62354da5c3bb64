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

  /** Farther than this, the middle of a turned head is never beside its nose. */
  private static final int ASIDE = 100;

  private final boolean head;

  private final Mat heights = new Mat(Subject.SIDE, Subject.SIDE, CvType.CV_32F);

  /** Wider than a subject, for heads whose middle is beside their nose. */
  private final Mat gain = new Mat(Subject.SIDE, Subject.SIDE + 2 * ASIDE, CvType.CV_32F);

  private final Mat columns = new Mat(Subject.SIDE, Subject.SIDE, CvType.CV_32F);
  private final Mat rows = new Mat(Subject.SIDE, Subject.SIDE, CvType.CV_32F);

  /**
   * @param head whether what is lit is the subject's head, which may be turned, and not a sheet
   */
  Sculptor(Relief relief, boolean head) {
    this.head = head;
    Point origin = Relief.origin();
    float[] h = new float[Subject.SIDE];
    float[] l = new float[Subject.SIDE + 2 * ASIDE];
    float[] c = new float[Subject.SIDE];
    float[] r = new float[Subject.SIDE];
    double eyes = relief.height(-0.5, -0.45);
    for (int row = 0; row < Subject.SIDE; row++) {
      for (int column = 0; column < Subject.SIDE; column++) {
        double x = (column - origin.x) / Subject.EYES;
        double y = (row - origin.y) / Subject.EYES;
        h[column] = (float) ((relief.height(x, y) - eyes) * Subject.EYES);
        c[column] = column;
        r[column] = row;
      }
      for (int column = 0; column < l.length; column++) {
        double x = (column - ASIDE - origin.x) / Subject.EYES;
        l[column] = (float) (1 + GAIN * relief.lit(x, (row - origin.y) / Subject.EYES));
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
    return light(picture, moment, head ? aside(subject) : 0);
  }

  /**
   * How far the middle of a head lies right of its nose, in pixels: whatever faces the screen is
   * lit most, however the head is turned in the picture that it is made of.
   */
  static int aside(Subject subject) {
    double aside = subject.shape().mean(1, 15).x - Relief.origin().x;
    return (int) Math.max(-ASIDE, Math.min(ASIDE, aside));
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

  private Mat light(Mat picture, Moment moment, int aside) {
    if (moment.light() == ScreenLight.OFF) {
      return picture;
    }
    Mat here = gain.colRange(ASIDE - aside, ASIDE - aside + Subject.SIDE);
    List<Mat> colours = new ArrayList<>();
    Core.split(picture, colours);
    int[] on = {moment.light().blue(), moment.light().green(), moment.light().red()};
    for (int i = 0; i < 3; i++) {
      if (on[i] > 0) {
        Core.multiply(colours.get(i), here, colours.get(i), 1, CvType.CV_8U);
      }
    }
    Core.merge(colours, picture);
    colours.forEach(Mat::release);
    here.release();
    return picture;
  }

  @Override
  public void close() {
    List.of(heights, gain, columns, rows).forEach(Mat::release);
  }
}
