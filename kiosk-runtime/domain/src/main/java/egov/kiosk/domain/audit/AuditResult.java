package egov.kiosk.domain.audit;

import java.util.Locale;

/** How it ended. */
public enum AuditResult {
  /** It was done. */
  DONE,
  /** It was not allowed or not believed; nothing changed. */
  REFUSED,
  /** It was tried in vain. */
  FAILED,
  /** It began; another record says how it ended, or none when the kiosk stopped meanwhile. */
  BEGUN,
  /** Nobody can tell. */
  UNKNOWN;

  /** As the log writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
