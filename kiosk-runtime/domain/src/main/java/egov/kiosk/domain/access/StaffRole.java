package egov.kiosk.domain.access;

import java.util.Arrays;
import java.util.Optional;

/**
 * What somebody may do at the kiosk, each role all that the ones before it may. After GB/T 22239
 * level 3, 身份鉴别 and 访问控制: an administrator proves two things at once, a PIN and a key card.
 */
public enum StaffRole {
  /** Works at the counter (窗口) and may vouch for a citizen. */
  COUNTER,
  /** Looks after a grid of households (网格员). */
  GRID_WORKER,
  /** Looks after the machine. */
  TECHNICIAN,
  /** Says who has which role. */
  ADMINISTRATOR;

  /** Whether who has this role may do what asks for that one. */
  public boolean covers(StaffRole asked) {
    return compareTo(asked) >= 0;
  }

  /** The role of that name, in capitals with underscores. */
  public static Optional<StaffRole> of(String name) {
    return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
  }
}
