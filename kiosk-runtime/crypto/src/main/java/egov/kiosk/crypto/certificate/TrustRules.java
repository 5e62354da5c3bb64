package egov.kiosk.crypto.certificate;

import java.time.Duration;
import java.util.Objects;

/**
 * How strictly certificates are checked.
 *
 * @param tolerance by how much clocks may differ: a certificate counts as valid so much before its
 *     first and after its last instant; 0 to 1 hour
 * @param revocation what to believe without a fresh revocation list
 */
public record TrustRules(Duration tolerance, RevocationPolicy revocation) {
  private static final Duration MOST = Duration.ofHours(1);

  /** Five minutes, and a warning. */
  public static final TrustRules USUAL =
      new TrustRules(Duration.ofMinutes(5), RevocationPolicy.SOFT);

  public TrustRules {
    Objects.requireNonNull(revocation, "revocation");
    if (tolerance.isNegative() || tolerance.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("clocks may differ by 0 to " + MOST.toSeconds() + " s");
    }
  }
}
