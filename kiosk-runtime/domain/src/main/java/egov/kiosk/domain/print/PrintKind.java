package egov.kiosk.domain.print;

/** What is printed. */
public enum PrintKind {
  /** A receipt slip (回执). */
  SLIP,
  /** A sheet with a value of its own, e.g. a certificate copy (证照副本). */
  COPY
}
