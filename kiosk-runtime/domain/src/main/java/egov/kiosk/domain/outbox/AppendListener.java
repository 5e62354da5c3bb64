package egov.kiosk.domain.outbox;

/** Told when a new message is queued, after it is durable. */
public interface AppendListener {
  /**
   * Called on the thread that queued it, in no particular order between threads; must return at
   * once and not throw.
   *
   * @param sequence the message's place in the queue
   */
  void appended(long sequence);
}
