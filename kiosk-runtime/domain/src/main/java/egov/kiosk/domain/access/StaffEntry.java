package egov.kiosk.domain.access;

import java.util.List;
import java.util.Objects;

/**
 * One line of the book of staff, as its readers see it.
 *
 * @param badge whose
 * @param role what they may do
 * @param wrong wrong PINs since the last right one
 * @param locked whether their PIN is refused unseen now
 * @param mustChange whether their PIN must be changed at the next sign-in
 * @param cards fingerprints of their key cards: the first 16 hexadecimal digits of SM3 of the key
 */
public record StaffEntry(
    Badge badge,
    StaffRole role,
    int wrong,
    boolean locked,
    boolean mustChange,
    List<String> cards) {
  public StaffEntry {
    Objects.requireNonNull(badge, "badge");
    Objects.requireNonNull(role, "role");
    cards = List.copyOf(cards);
  }
}
