package egov.kiosk.domain.fleet;

/** Where a kiosk says something that is not a queued message; each is a topic of the contract. */
public enum UpChannel {
  /** Something happened. */
  EVENT,
  /** An alarm was raised or cleared. */
  ALARM,
  /** The head of the audit chain. */
  AUDIT,
  /** Measurements, newest wins; may be lost. */
  METRICS,
  /** The answer to a command. */
  COMMAND_RESULT,
  /** What the kiosk runs now; the platform keeps the newest. */
  SHADOW,
  /** A chunk of an attachment. */
  ATTACHMENT,
  /** A question somebody waits for, sealed; never kept. */
  QUESTION
}
