package egov.kiosk.outboxsqlite;

/** What became of a message that was offered to the queue. */
public enum Taken {
  /** It is queued now. */
  ADDED,
  /** The same message was here already, whatever its state; nothing changed. */
  ALREADY_HERE,
  /** Another message with the same id is here; nothing changed. */
  CONFLICT
}
