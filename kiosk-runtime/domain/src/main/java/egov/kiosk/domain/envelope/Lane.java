package egov.kiosk.domain.envelope;

/**
 * How soon a message goes (优先级通道). Within a lane the oldest goes first; every lane that has
 * something to send always keeps a share of the line.
 */
public enum Lane {
  /** What somebody waits for or must act on: incidents, reconciliation, urgent service items. */
  URGENT,
  /** Transactions and ratings. */
  NORMAL,
  /** What comes with attachments; large and patient. */
  BULK
}
