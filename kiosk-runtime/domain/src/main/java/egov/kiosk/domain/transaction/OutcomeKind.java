package egov.kiosk.domain.transaction;

/** What a citizen takes home (办理结果). Persist names, never ordinals. */
public enum OutcomeKind {
  /** A slip with the number; the result comes later. */
  SLIP,
  /**
   * A certificate, issued by the platform: printed here while the citizen waits when the item needs
   * the page printer, else applied for here and fetched later.
   */
  CERTIFICATE,
  /** An answer from the platform's books, on the screen and on paper while the citizen waits. */
  QUERY_RESULT,
  /** How far an application is, and what is missing from it (办件进度). */
  PROGRESS,
  /** A code that takes the payment over to the citizen's own telephone (扫码缴费). */
  PAYMENT
}
