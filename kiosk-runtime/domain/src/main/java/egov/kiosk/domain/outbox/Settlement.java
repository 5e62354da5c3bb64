package egov.kiosk.domain.outbox;

/** What a verified receipt did to the queue. */
public enum Settlement {
  /** It settled a pending message. */
  SETTLED,
  /** The message was settled before; nothing changed. */
  ALREADY_SETTLED,
  /** No such message is in the queue; nothing changed. */
  UNKNOWN_MESSAGE,
  /** The receipt speaks of other bytes than were queued under this id; nothing changed. */
  DIGEST_MISMATCH
}
