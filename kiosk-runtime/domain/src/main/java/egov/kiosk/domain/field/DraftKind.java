package egov.kiosk.domain.field;

/** What a draft becomes when it is handed in. */
public enum DraftKind {
  /** A visit to a household. */
  VISIT,
  /** An event. */
  EVENT,
  /** The result of a task without a household's form: checked, done again, seen to. */
  RESULT,
  /** A form of the catalogue. */
  FORM,
  /** The way a worker went. */
  PATROL,
  /** The worker's own version of one field of a household, against the platform's. */
  CHOICE
}
