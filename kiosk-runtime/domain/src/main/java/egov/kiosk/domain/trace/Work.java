package egov.kiosk.domain.trace;

/** What was done there; what a citizen does at the desk is named after its page. */
public enum Work {
  READ_CARD,
  /** Signed and encrypted. */
  SEAL,
  /** Pictures and signature stored beside the transaction. */
  ATTACH,
  /** On the disk: accepted. */
  COMMIT,
  /** In the queue, from acceptance to the receipt; as its row says, so over a power cut, too. */
  KEEP,
  PRINT_SLIP,
  /** Until the broker acknowledged it (PUBACK). */
  SEND,
  /** A document of receipts, from its arrival until it was entered. */
  SETTLE,
  /** Opened and checked by the platform. */
  VERIFY,
  /** Recorded by the platform once and for all; this also finds what it has already. */
  RECORD,
  /** Signed, and with the broker. */
  RECEIPT
}
