package egov.kiosk.identity.selftest;

import egov.kiosk.identity.pack.FacePackException;
import java.util.Locale;

/**
 * A model's answer in short: how many numbers, how long they are as a vector, and every so many of
 * them.
 *
 * @param count of numbers
 * @param length Euclidean
 * @param samples evenly spread over the answer, at most {@value #MOST_SAMPLES}
 */
record Answers(int count, double length, double[] samples) {
  private static final int MOST_SAMPLES = 64;

  /** By how much of the usual size of a number it may be off: other processors round otherwise. */
  private static final double TOLERANCE = 0.02;

  static Answers of(float[] values) {
    double square = 0;
    for (float value : values) {
      square += (double) value * value;
    }
    double[] samples = new double[Math.min(MOST_SAMPLES, values.length)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = values[(int) ((long) i * values.length / samples.length)];
    }
    return new Answers(values.length, Math.sqrt(square), samples);
  }

  static Answers parse(String text) throws FacePackException {
    String[] words = text.split(" ");
    try {
      double[] samples = new double[words.length - 2];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = Double.parseDouble(words[i + 2]);
      }
      return new Answers(Integer.parseInt(words[0]), Double.parseDouble(words[1]), samples);
    } catch (NumberFormatException
        | NegativeArraySizeException
        | ArrayIndexOutOfBoundsException e) {
      throw new FacePackException("the self-test's answers are malformed", e);
    }
  }

  String text() {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%d %.5g", count, length));
    for (double sample : samples) {
      text.append(String.format(Locale.ROOT, " %.5g", sample));
    }
    return text.toString();
  }

  /** Whether another answer is the same but for rounding. */
  boolean matches(Answers found) {
    if (found.count != count || found.samples.length != samples.length || count == 0) {
      return false;
    }
    double allowed = TOLERANCE * length / Math.sqrt(count);
    boolean near = Math.abs(found.length - length) <= TOLERANCE * length;
    for (int i = 0; i < samples.length; i++) {
      near &= Math.abs(found.samples[i] - samples[i]) <= allowed + Math.abs(samples[i]) * 1e-3;
    }
    return near;
  }
}
