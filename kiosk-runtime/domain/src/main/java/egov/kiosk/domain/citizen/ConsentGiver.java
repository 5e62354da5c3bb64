package egov.kiosk.domain.citizen;

/** Whose answer a consent is. */
public enum ConsentGiver {
  /** The card's holder. */
  HOLDER,
  /** A parent or other guardian (监护人) of a holder under fourteen, seen there by staff. */
  GUARDIAN
}
