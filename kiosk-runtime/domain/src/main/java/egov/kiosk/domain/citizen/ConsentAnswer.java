package egov.kiosk.domain.citizen;

/** What a citizen said to a wording; the last answer to a purpose counts. */
public enum ConsentAnswer {
  /** Agreed (同意). */
  GIVEN,
  /** Did not agree; the equal way was offered. */
  REFUSED,
  /** Agreed first and took it back (撤回同意) while the session was open. */
  WITHDRAWN
}
