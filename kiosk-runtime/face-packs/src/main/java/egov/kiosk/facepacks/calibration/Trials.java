package egov.kiosk.facepacks.calibration;

import java.util.Arrays;

/**
 * What comparing came to.
 *
 * @param same similarities of pairs of one person, sorted; a pair without a face counts as -1
 * @param different similarities of pairs of two people, sorted
 * @param faceless pairs of one person in which a face was not found
 */
public record Trials(float[] same, float[] different, int faceless) {
  /** Fewer mistakes than this make no rate. */
  private static final int FEWEST_MISTAKES = 10;

  public Trials {
    same = same.clone();
    different = different.clone();
    Arrays.sort(same);
    Arrays.sort(different);
  }

  /** Whether a FAR can be measured with so many pairs: ten mistakes at least. */
  public boolean measures(double far) {
    return different.length * far >= FEWEST_MISTAKES - 1e-9;
  }

  /**
   * The lowest threshold, to four decimals, that not more than that part of different people reach.
   */
  public double threshold(double far) {
    int allowed = (int) Math.floor(different.length * far + 1e-9);
    double last = different[Math.max(0, different.length - 1 - allowed)];
    return Math.min(1, Math.floor(last * 1e4 + 1) / 1e4);
  }

  /** The part of different people that reach a threshold (FAR). */
  public double far(double threshold) {
    return (double) reach(different, threshold) / different.length;
  }

  /** The part of pairs of one person that reach it (TAR). */
  public double tar(double threshold) {
    return (double) reach(same, threshold) / same.length;
  }

  private static int reach(float[] sorted, double threshold) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] >= threshold) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return sorted.length - low;
  }
}
