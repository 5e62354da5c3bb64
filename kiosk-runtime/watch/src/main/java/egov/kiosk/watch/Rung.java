package egov.kiosk.watch;

/** What can be done about a failing kiosk, the mildest first. */
public enum Rung {
  /** Start the part's bundle again. */
  PART,
  /** Start the process again. */
  PROCESS,
  /** Start the machine again. */
  SYSTEM,
  /** Serve nobody until a person comes. */
  SAFE_MODE
}
