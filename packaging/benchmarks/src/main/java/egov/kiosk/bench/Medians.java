package egov.kiosk.bench;

import java.util.Arrays;

/** Samples of one side of a ratio. */
public final class Medians {
  private double[] samples = new double[64];
  private int count;

  /** Takes a sample, in any unit. */
  public void add(double sample) {
    if (count == samples.length) {
      samples = Arrays.copyOf(samples, 2 * count);
    }
    samples[count++] = sample;
  }

  /** The middle one, or the mean of the two in the middle. */
  public double median() {
    double[] sorted = sorted();
    return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
  }

  /** The smallest sample that this share of all samples does not exceed (nearest rank). */
  public double percentile(double share) {
    return sorted()[Math.max(0, (int) Math.ceil(share * count) - 1)];
  }

  private double[] sorted() {
    double[] sorted = Arrays.copyOf(samples, count);
    Arrays.sort(sorted);
    return sorted;
  }
}
