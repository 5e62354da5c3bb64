package egov.kiosk.domain.upkeep;

/** What a step or a trial came to. */
public enum Outcome {
  /** Not done yet. */
  OPEN,
  PASSED,
  FAILED
}
