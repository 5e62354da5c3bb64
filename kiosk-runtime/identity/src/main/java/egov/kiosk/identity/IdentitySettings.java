package egov.kiosk.identity;

import egov.kiosk.identity.pack.FacePolicy;
import egov.kiosk.identity.trust.TrustSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How faces are compared.
 *
 * @param packDir the face pack's folder, or the store's; empty when none is configured
 * @param trust whose packs are believed
 * @param policy how many mistakes are accepted
 * @param minFacePixels narrowest live face that is compared, 40 to 400 pixels
 * @param look how long to look at most, 1 to 30 s
 * @param emulatorPortraits whether portraits of emulated cards are accepted
 * @param infraredRequired whether nobody is taken for alive whom an infrared camera does not show
 *     to be; without this an infrared camera that is there adds a sign, and one that is not is not
 *     missed
 */
public record IdentitySettings(
    Optional<Path> packDir,
    TrustSettings trust,
    FacePolicy policy,
    int minFacePixels,
    Duration look,
    boolean emulatorPortraits,
    boolean infraredRequired) {
  /**
   * @throws IllegalArgumentException naming the key, the value and what is allowed
   */
  public IdentitySettings {
    Objects.requireNonNull(trust, "trust");
    Objects.requireNonNull(policy, "policy");
    demand(minFacePixels, 40, 400, "minFacePixels");
    demand(look.toMillis(), 1_000, 30_000, "lookMillis");
  }

  /** Whether a pack that was loaded for other settings serves these just as well. */
  boolean asksForTheSamePack(IdentitySettings other) {
    return packDir.equals(other.packDir)
        && trust.equals(other.trust)
        && policy.equals(other.policy);
  }

  private static void demand(double value, double min, double max, String key) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          "identity: " + key + " is " + value + ", allowed is " + min + " to " + max);
    }
  }
}
