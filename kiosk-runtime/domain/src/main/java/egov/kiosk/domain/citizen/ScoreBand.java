package egov.kiosk.domain.citizen;

/**
 * How far a similarity lay from the threshold. The exact score says more about a face than anybody
 * needs afterwards, so it is dropped where it is computed and only its band is kept.
 */
public enum ScoreBand {
  /** More than a tenth below the threshold. */
  LOW,
  /** Below the threshold, by a tenth at most. */
  NEAR,
  /** At the threshold or less than a tenth above it. */
  HIGH,
  /** A tenth above the threshold, or more. */
  VERY_HIGH;

  private static final double WIDTH = 0.1;
  private static final double LARGEST = 1.000001;

  /**
   * The band of a score.
   *
   * @param score cosine similarity, -1 to 1
   * @param threshold the score from which a comparison passes
   * @throws IllegalArgumentException when the score is no cosine
   */
  public static ScoreBand of(double score, double threshold) {
    if (!(Math.abs(score) <= LARGEST)) {
      throw new IllegalArgumentException("a cosine similarity lies in -1..1");
    }
    if (score >= threshold) {
      return score >= threshold + WIDTH ? VERY_HIGH : HIGH;
    }
    return score >= threshold - WIDTH ? NEAR : LOW;
  }

  /** Whether scores of this band reach the threshold. */
  public boolean passes() {
    return this == HIGH || this == VERY_HIGH;
  }
}
