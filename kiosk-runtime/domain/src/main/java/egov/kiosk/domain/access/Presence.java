package egov.kiosk.domain.access;

import java.time.Duration;
import java.util.Objects;

/**
 * Who is signed in.
 *
 * @param badge whose badge
 * @param role what they may do
 * @param limited whether they must first change their PIN, or as an administrator put a key card in
 *     force, before they may do anything else
 * @param idleLeft when the role is dropped if nothing is done
 * @param left when it is dropped in any case
 */
public record Presence(
    Badge badge, StaffRole role, boolean limited, Duration idleLeft, Duration left) {
  public Presence {
    Objects.requireNonNull(badge, "badge");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(idleLeft, "idleLeft");
    Objects.requireNonNull(left, "left");
  }
}
