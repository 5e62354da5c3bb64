package egov.kiosk.access;

import java.time.Duration;
import java.util.Objects;

/**
 * What a technician sets. Immutable.
 *
 * @param administratorCard whether an administrator without a key card may do nothing but put one
 *     in force
 * @param idle after which time without anything done a role is dropped
 * @param longest after which time it is dropped in any case
 * @param gridOffline how long the platform may be out of reach before grid workers cannot sign in
 */
public record AccessSettings(
    boolean administratorCard, Duration idle, Duration longest, Duration gridOffline) {
  public AccessSettings {
    Objects.requireNonNull(idle, "idle");
    Objects.requireNonNull(longest, "longest");
    Objects.requireNonNull(gridOffline, "gridOffline");
    if (idle.isNegative() || idle.isZero() || longest.compareTo(idle) < 0) {
      throw new IllegalArgumentException("idle time is positive and not beyond the longest");
    }
  }
}
