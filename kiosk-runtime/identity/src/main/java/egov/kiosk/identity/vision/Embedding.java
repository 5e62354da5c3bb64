package egov.kiosk.identity.vision;

import java.util.Arrays;

/**
 * A face as a vector of length one (a template). Personal data of the most sensitive kind: lives in
 * RAM for one comparison, and {@link #close()} overwrites it.
 */
public final class Embedding implements AutoCloseable {
  private final float[] values;

  /**
   * Takes ownership of the array and scales it to length one.
   *
   * @throws IllegalArgumentException when it has no direction: all zeros, or not finite
   */
  public Embedding(float[] values) {
    double square = 0;
    for (float v : values) {
      square += (double) v * v;
    }
    if (!(square > 0) || Double.isInfinite(square)) {
      throw new IllegalArgumentException("a face vector has a direction");
    }
    double length = Math.sqrt(square);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] / length);
    }
    this.values = values;
  }

  /** Cosine of the angle between two faces, -1 to 1. */
  public double cosine(Embedding other) {
    if (values.length != other.values.length) {
      throw new IllegalArgumentException("vectors of different models");
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (double) values[i] * other.values[i];
    }
    return Math.max(-1, Math.min(1, sum));
  }

  @Override
  public void close() {
    Arrays.fill(values, 0);
  }
}
