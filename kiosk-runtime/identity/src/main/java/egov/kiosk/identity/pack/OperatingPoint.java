package egov.kiosk.identity.pack;

import java.util.Objects;

/**
 * A threshold, and what it was found to mean.
 *
 * @param portrait what was compared
 * @param far the part of comparisons of different people that reach the threshold (误识率), above 0
 * @param threshold the similarity from which two faces are taken for one person's, -1 to 1
 * @param measuredOn on which pictures, in words
 * @param pairs how many comparisons of different people that was measured with
 */
public record OperatingPoint(
    PortraitKind portrait, double far, double threshold, String measuredOn, long pairs) {
  public OperatingPoint {
    Objects.requireNonNull(portrait, "portrait");
    Objects.requireNonNull(measuredOn, "measuredOn");
    if (!(far > 0 && far < 1) || !(threshold >= -1 && threshold <= 1) || pairs < 1) {
      throw new IllegalArgumentException("an operating point out of range");
    }
  }

  /** Whether this is the point for a policy's FAR. */
  boolean isFor(PortraitKind kind, double wanted) {
    return portrait == kind && Math.abs(far - wanted) <= wanted * 1e-6;
  }
}
