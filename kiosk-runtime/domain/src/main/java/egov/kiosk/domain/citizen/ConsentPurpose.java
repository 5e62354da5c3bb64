package egov.kiosk.domain.citizen;

/** What a consent is for; each purpose is asked for on its own. */
public enum ConsentPurpose {
  /** Use of the personal data the service item needs. */
  DATA,
  /** Use of the face, asked for separately (单独同意) and always refusable. */
  FACE,
  /** Fetching what the government knows already: fields of the form, licences (数据调用). */
  RETRIEVAL
}
