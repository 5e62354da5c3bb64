package egov.kiosk.identity.liveness;

import egov.kiosk.domain.citizen.ScreenLight;
import egov.kiosk.identity.vision.FaceShape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;

/**
 * Whether a face is lit by this screen, now, and has depth. A picture that was filmed before cannot
 * follow colours drawn at random just now; a flat one is lit evenly, and a bent one along its
 * length, where a nose and cheeks towards the screen are lit more than the sides and the chin of a
 * head. Takes a screen about as high as the face.
 */
public final class LightSign implements LivenessSignal {
  private static final int LEAST_FRAMES = 12;

  /** Screen and camera together answer after some time nobody told us. */
  private static final Duration LONGEST_DELAY = Duration.ofMillis(480);

  private static final Duration STEP = Duration.ofMillis(40);
  private static final double AGREES = 0.82;
  private static final double CONTRADICTS = 0.45;

  /** Of the colour ratio, for a light fully on: less is lost in noise and daylight. */
  private static final double LEAST_ANSWER = 0.006;

  /** How much more the middle of a face answers than its sides. */
  private static final double DEPTH = 1.05;

  /** And than its chin, where a sheet bent like a cylinder is as bright as in its middle. */
  private static final double LENGTH = 1.07;

  /** A side that answers less than this part of the middle does not lie on the face. */
  private static final double ON_FACE = 0.35;

  private static final int LEAST_SIDES = 2;
  private static final int[] OUTLINE = {2, 4, 12, 14};
  private static final int CHIN = 8;

  private record Shown(ScreenLight light, long nanos) {}

  private final List<Shown> shown = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private final LightSeries middle = new LightSeries();
  private final LightSeries chin = new LightSeries();
  private final List<LightSeries> sides =
      Arrays.stream(OUTLINE).mapToObj(point -> new LightSeries()).toList();

  @Override
  public String code() {
    return "LIGHT";
  }

  /** The screen shows this from now on. */
  public void shone(ScreenLight light, long nanos) {
    shown.add(new Shown(light, nanos));
  }

  @Override
  public void see(Observation seen) {
    if (shown.isEmpty()) {
      return;
    }
    FaceShape shape = seen.shape();
    double size = shape.eyeDistance() * 0.22;
    Point nose = shape.mean(29, 30);
    times.add(seen.nanos());
    middle.add(colour(seen.picture(), size, nose, shape.mean(41, 48, 30), shape.mean(46, 54, 30)));
    chin.add(colour(seen.picture(), size, inside(shape, CHIN)));
    for (int i = 0; i < OUTLINE.length; i++) {
      sides.get(i).add(colour(seen.picture(), size, inside(shape, OUTLINE[i])));
    }
  }

  /** A point just inside the outline of the face. */
  private static Point inside(FaceShape shape, int outline) {
    Point edge = shape.mean(outline);
    Point nose = shape.mean(30);
    return new Point(edge.x + 0.14 * (nose.x - edge.x), edge.y + 0.14 * (nose.y - edge.y));
  }

  private static double[] colour(Mat picture, double size, Point... centres) {
    double[] sum = new double[3];
    int half = (int) Math.max(1, size / 2);
    Rect all = new Rect(0, 0, picture.cols(), picture.rows());
    for (Point centre : centres) {
      int x = (int) Math.max(0, Math.min(all.width - 2.0 * half, centre.x - half));
      int y = (int) Math.max(0, Math.min(all.height - 2.0 * half, centre.y - half));
      Mat part = picture.submat(new Rect(x, y, 2 * half, 2 * half));
      double[] mean = Core.mean(part).val;
      part.release();
      for (int i = 0; i < 3; i++) {
        sum[i] += mean[i] / centres.length;
      }
    }
    return sum;
  }

  @Override
  public Sign sign() {
    if (times.size() < LEAST_FRAMES) {
      return Sign.UNSURE;
    }
    long delay = bestDelay();
    List<double[]> lights = lights(delay);
    double agreement = middle.agreement(lights);
    if (agreement < CONTRADICTS && middle.unrest() > LEAST_ANSWER * 2) {
      return Sign.ATTACK;
    }
    double answer = middle.answer(lights);
    boolean lit = agreement >= AGREES && answer >= LEAST_ANSWER;
    boolean deep = depth(answer, lights) >= DEPTH && answer >= LENGTH * chin.answer(lights);
    return lit && deep ? Sign.LIVE : Sign.UNSURE;
  }

  /** The middle's answer over that of the sides that lie on the face; 0 when hardly any does. */
  private double depth(double answer, List<double[]> lights) {
    double[] on =
        sides.stream()
            .mapToDouble(side -> side.answer(lights))
            .filter(side -> side >= ON_FACE * answer)
            .toArray();
    return on.length < LEAST_SIDES ? 0 : answer / Arrays.stream(on).average().orElseThrow();
  }

  private long bestDelay() {
    long best = 0;
    double agreement = -1;
    for (long d = 0; d <= LONGEST_DELAY.toNanos(); d += STEP.toNanos()) {
      double here = middle.agreement(lights(d));
      if (here > agreement) {
        agreement = here;
        best = d;
      }
    }
    return best;
  }

  /** The light that was on at each frame, when the answer came so much later. */
  private List<double[]> lights(long delay) {
    List<double[]> lights = new ArrayList<>(times.size());
    for (long time : times) {
      ScreenLight on = ScreenLight.OFF;
      for (Shown one : shown) {
        if (one.nanos() - (time - delay) <= 0) {
          on = one.light();
        }
      }
      lights.add(LightSeries.of(on));
    }
    return lights;
  }
}
