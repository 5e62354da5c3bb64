package egov.kiosk.domain.print;

/** What became of a print job; every job ends in one of the last three, never in silence. */
public enum PrintState {
  /** Under way. */
  OPEN,
  /** On paper, as far as the printer can be believed. */
  PRINTED,
  /** Certainly not on paper; it may be printed again. */
  NOT_PRINTED,
  /** Nobody but a person at the printer can tell. */
  ASK
}
