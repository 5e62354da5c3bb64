package egov.kiosk.bench;

import java.util.Arrays;

/** Samples of one side of a ratio. */
final class Medians {
  private double[] samples = new double[64];
  private int count;

  void add(double milliseconds) {
    if (count == samples.length) {
      samples = Arrays.copyOf(samples, 2 * count);
    }
    samples[count++] = milliseconds;
  }

  double median() {
    double[] sorted = Arrays.copyOf(samples, count);
    Arrays.sort(sorted);
    return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
  }
}
