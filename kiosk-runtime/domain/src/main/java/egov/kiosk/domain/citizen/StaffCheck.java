package egov.kiosk.domain.citizen;

import java.time.Instant;
import java.util.Objects;

/**
 * A member of staff looked at card and citizen and vouches for them: the equal way without a face.
 *
 * @param badge the badge number of who checked
 * @param checkedAt when
 */
public record StaffCheck(String badge, Instant checkedAt) {
  public StaffCheck {
    Objects.requireNonNull(badge, "badge");
    Objects.requireNonNull(checkedAt, "checkedAt");
    if (!badge.matches("[0-9A-Za-z-]{1,32}")) {
      throw new IllegalArgumentException("a badge number has 1 to 32 letters, digits or hyphens");
    }
  }
}
