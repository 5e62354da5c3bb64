package egov.kiosk.domain.trace;

/** How work ended that has no word of its own for it. */
public enum Ended {
  DONE,
  FAILED
}
