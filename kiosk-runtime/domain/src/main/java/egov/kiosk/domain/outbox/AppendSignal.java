package egov.kiosk.domain.outbox;

/**
 * The bell of the queue: lets whoever drains it sleep until there is something to do. Safe for use
 * by several threads.
 */
public interface AppendSignal {
  /** Rings for this listener from now on. */
  void listen(AppendListener listener);

  /** Stops ringing for this listener; unknown listeners are ignored. */
  void forget(AppendListener listener);
}
