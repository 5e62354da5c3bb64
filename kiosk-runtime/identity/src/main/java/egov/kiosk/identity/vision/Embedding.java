package egov.kiosk.identity.vision;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A face as a vector of length one (a template). Personal data of the most sensitive kind: lives in
 * RAM for one comparison, and {@link #close()} overwrites it.
 */
public final class Embedding implements AutoCloseable {
  private final String packId;
  private final float[] values;

  /**
   * Takes ownership of the array and scales it to length one.
   *
   * @param packId of the pack whose model made it
   * @throws IllegalArgumentException when it has no direction: all zeros, or not finite
   */
  public Embedding(String packId, float[] values) {
    this.packId = Objects.requireNonNull(packId, "packId");
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

  /**
   * What several vectors of one face have in common: their weighted mean, of length one again.
   *
   * @param faces at least one, all of one pack; not changed
   * @param weights as many, positive
   * @throws IllegalArgumentException when they are of different packs, or cancel each other out
   */
  public static Embedding mean(List<Embedding> faces, List<Double> weights) {
    float[] sum = new float[faces.get(0).values.length];
    for (int i = 0; i < faces.size(); i++) {
      faces.get(0).demandSameModel(faces.get(i));
      double weight = weights.get(i);
      for (int j = 0; j < sum.length; j++) {
        sum[j] += (float) (weight * faces.get(i).values[j]);
      }
    }
    return new Embedding(faces.get(0).packId, sum);
  }

  /** Of the pack whose model made it. */
  public String packId() {
    return packId;
  }

  /**
   * Cosine of the angle between two faces, -1 to 1.
   *
   * @throws IllegalArgumentException when they are of different packs: such a number means nothing
   */
  public double cosine(Embedding other) {
    demandSameModel(other);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (double) values[i] * other.values[i];
    }
    return Math.max(-1, Math.min(1, sum));
  }

  private void demandSameModel(Embedding other) {
    if (!packId.equals(other.packId)) {
      throw new IllegalArgumentException(
          "faces of the packs " + packId + " and " + other.packId + " cannot be compared");
    }
    if (values.length != other.values.length) {
      throw new IllegalArgumentException("vectors of different models");
    }
  }

  @Override
  public void close() {
    Arrays.fill(values, 0);
  }
}
