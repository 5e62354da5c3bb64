package egov.kiosk.domain.device;

/** Who must act before a refused or failed operation can succeed. */
public enum Actor {
  /** The person in front of the kiosk, e.g. lift the card and place it again. */
  CITIZEN,
  /** Hall staff on site, e.g. help a citizen whose card cannot be read. */
  STAFF,
  /** A technician, e.g. replace a reader or refill paper. */
  TECHNICIAN,
  /** Nobody: the runtime retries or waits by itself. */
  NOBODY
}
