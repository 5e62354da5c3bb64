package egov.kiosk.domain.health;

/** How bad a finding is. */
public enum Level {
  OK,
  /** Service goes on, but someone must act soon. */
  WARN,
  /** Something citizens need does not work. */
  FAIL
}
