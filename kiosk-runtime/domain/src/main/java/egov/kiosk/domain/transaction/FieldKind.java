package egov.kiosk.domain.transaction;

/** What kind of answer a question takes; decides the check and the way of input. */
public enum FieldKind {
  /** Free text; no control characters. */
  TEXT,
  /** A mobile phone number of 11 digits beginning with 1. */
  PHONE,
  /** One of the question's choices, by its value. */
  CHOICE,
  /** A day, {@code yyyy-MM-dd}. */
  DATE,
  /** A whole number, digits only. */
  NUMBER
}
