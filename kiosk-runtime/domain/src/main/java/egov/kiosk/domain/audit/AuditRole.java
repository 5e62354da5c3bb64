package egov.kiosk.domain.audit;

import java.util.Locale;

/** In which role somebody acted; never who in person. */
public enum AuditRole {
  /** The kiosk itself. */
  SYSTEM,
  /** Whoever stands before it. */
  CITIZEN,
  /** Staff of the hall, by badge. */
  STAFF,
  /** Who looks after the machine. */
  TECHNICIAN,
  /** The provincial platform, by a signed order. */
  PLATFORM;

  /** As the log writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
