package egov.kiosk.domain.help;

/** How far a call for help is. */
public enum HelpState {
  /** Called, and nobody has answered yet. */
  CALLING,
  /** Somebody answered and is on the way. */
  ANSWERED,
  /** Nobody answered in time, or who answered did not come in time: there is a number to ring. */
  UNANSWERED,
  /** The call reaches nobody now, for there is no line: there is a number to ring at once. */
  NO_LINE,
  /** Over: called off, attended, or the citizen left. */
  CLOSED;

  /** Whether a second press means the same call. */
  public boolean waiting() {
    return this == CALLING || this == ANSWERED;
  }
}
