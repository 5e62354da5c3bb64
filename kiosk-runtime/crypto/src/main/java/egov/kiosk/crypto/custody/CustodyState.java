package egov.kiosk.crypto.custody;

/** What a custody's keys can do now. */
public enum CustodyState {
  /** Keys can be used. */
  READY,
  /** The device is not there; it is found again when it is back. */
  ABSENT,
  /** The device refuses every PIN until its vendor's tool unlocks it. */
  LOCKED,
  /** The configured PIN is wrong, or is withheld so that it does not lock the device. */
  PIN_REFUSED,
  /** The device did not answer in time. */
  SLOW,
  /** Anything else: a library, key or certificate that does not do what it should. */
  FAULT
}
