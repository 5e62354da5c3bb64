package egov.kiosk.domain.outbox;

/**
 * Where a queued message stands.
 *
 * <pre>
 * PENDING --receipt: accepted--&gt; DELIVERED
 *    |
 *    +-----receipt: refused---&gt; DEAD_LETTER
 *    &lt;----technician: retry---------+
 * </pre>
 */
public enum DeliveryState {
  /** Not yet settled by a platform receipt, however often it was sent. */
  PENDING,
  /** The platform has it. */
  DELIVERED,
  /** The platform refused it, with a reason; kept for a technician. */
  DEAD_LETTER
}
