package egov.kiosk.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How faces are compared.
 *
 * @param packDir the face pack's folder; empty when none is configured
 * @param threshold cosine from which the verdict is PASS, {@value #MIN_THRESHOLD} to {@value
 *     #MAX_THRESHOLD}
 * @param reviewThreshold cosine from which a person decides, 0.2 to {@code threshold}
 * @param minFacePixels narrowest live face that is compared, 40 to 400 pixels
 * @param look how long to look at most, 1 to 30 s
 * @param emulatorPortraits whether portraits of emulated cards are accepted
 */
public record IdentitySettings(
    Optional<Path> packDir,
    double threshold,
    double reviewThreshold,
    int minFacePixels,
    Duration look,
    boolean emulatorPortraits) {
  static final double MIN_THRESHOLD = 0.3;
  static final double MAX_THRESHOLD = 0.9;

  /**
   * @throws IllegalArgumentException naming the key, the value and what is allowed
   */
  public IdentitySettings {
    demand(threshold, MIN_THRESHOLD, MAX_THRESHOLD, "threshold");
    demand(reviewThreshold, 0.2, threshold, "reviewThreshold");
    demand(minFacePixels, 40, 400, "minFacePixels");
    demand(look.toMillis(), 1_000, 30_000, "lookMillis");
  }

  private static void demand(double value, double min, double max, String key) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          "identity: " + key + " is " + value + ", allowed is " + min + " to " + max);
    }
  }
}
