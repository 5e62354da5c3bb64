package egov.kiosk.domain.trace;

/** Where a piece of a transaction's way was spent. */
public enum Room {
  /** The citizen's desk: each page. */
  DESK,
  CARD_READER,
  /** Where transactions are sealed. */
  KEYS,
  QUEUE,
  PRINTER,
  /** The line to the broker. */
  UPLINK,
  /** Where receipts are verified and entered. */
  AGENT,
  /** The platform's edge. */
  GATEWAY
}
