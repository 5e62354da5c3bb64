package egov.kiosk.identity.liveness;

import egov.kiosk.identity.vision.FaceBox;
import egov.kiosk.identity.vision.Scratch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.imgproc.Imgproc;

/**
 * Looks for the grid of a screen or of printed dots: one frequency that stands out of its
 * neighbours in the spectrum of the face, as skin has none.
 */
public final class GridSign implements LivenessSignal {
  private static final int SIDE = 128;
  private static final int LOWEST = 14;
  private static final int LEAST_FRAMES = 3;

  /** How far a peak stands above the middle of its ring; faces stay below half of it. */
  private static final double PEAK = 14;

  private final List<Double> peaks = new ArrayList<>();

  @Override
  public String code() {
    return "GRID";
  }

  @Override
  public void see(Observation seen) {
    FaceBox box = seen.box();
    Mat picture = seen.picture();
    if (picture.cols() < SIDE || picture.rows() < SIDE) {
      return;
    }
    int x = (int) (box.x() + box.width() / 2 - SIDE / 2.0);
    int y = (int) (box.y() + box.height() / 2 - SIDE / 2.0);
    Rect rect =
        new Rect(
            Math.max(0, Math.min(picture.cols() - SIDE, x)),
            Math.max(0, Math.min(picture.rows() - SIDE, y)),
            SIDE,
            SIDE);
    try (Scratch scratch = new Scratch()) {
      Mat part = scratch.keep(picture.submat(rect).clone());
      peaks.add(peak(spectrum(part, scratch)));
    }
  }

  private static float[] spectrum(Mat part, Scratch scratch) {
    Mat grey = scratch.fresh();
    Imgproc.cvtColor(part, grey, Imgproc.COLOR_BGR2GRAY);
    Mat real = scratch.fresh();
    grey.convertTo(real, CvType.CV_32F);
    Mat window = scratch.fresh();
    Imgproc.createHanningWindow(window, real.size(), CvType.CV_32F);
    Core.multiply(real, window, real);
    Mat waves = scratch.fresh();
    Core.dft(real, waves, Core.DFT_COMPLEX_OUTPUT);
    List<Mat> parts = new ArrayList<>();
    Core.split(waves, parts);
    parts.forEach(scratch::keep);
    Mat strength = scratch.fresh();
    Core.magnitude(parts.get(0), parts.get(1), strength);
    float[] values = new float[SIDE * SIDE];
    strength.get(0, 0, values);
    return values;
  }

  private static double peak(float[] spectrum) {
    double best = 0;
    for (int radius = LOWEST; radius < SIDE / 2 - 2; radius += 2) {
      best = Math.max(best, peak(spectrum, radius));
    }
    return best;
  }

  /** The strongest of a ring over its middle one. */
  private static double peak(float[] spectrum, int radius) {
    float[] ring = new float[2 * SIDE * SIDE / 16];
    int n = 0;
    for (int v = -radius - 1; v <= radius + 1; v++) {
      for (int u = 0; u <= radius + 1; u++) {
        double here = Math.hypot(u, v);
        if (here >= radius && here < radius + 2 && n < ring.length && !ofCoding(u, v)) {
          ring[n++] = spectrum[(v + SIDE) % SIDE * SIDE + u];
        }
      }
    }
    float[] sorted = Arrays.copyOf(ring, n);
    Arrays.sort(sorted);
    return n == 0 ? 0 : sorted[n - 1] / Math.max(1, sorted[n / 2]);
  }

  /** JPEG codes blocks of eight pixels; their edges are no grid of a screen. */
  private static boolean ofCoding(int u, int v) {
    int block = SIDE / 8;
    boolean onU = Math.abs(v) <= 1 && (u % block <= 1 || u % block == block - 1);
    int w = Math.abs(v) % block;
    return onU || u <= 1 && (w <= 1 || w == block - 1);
  }

  @Override
  public Sign sign() {
    if (peaks.size() < LEAST_FRAMES) {
      return Sign.UNSURE;
    }
    double[] sorted = peaks.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2] >= PEAK ? Sign.ATTACK : Sign.UNSURE;
  }
}
