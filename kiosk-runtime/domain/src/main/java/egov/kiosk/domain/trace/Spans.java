package egov.kiosk.domain.trace;

import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;

/** Whom rooms tell what they did for a transaction. Safe for several threads. */
@FunctionalInterface
public interface Spans {
  /** Nobody listens. */
  Spans NONE = (trace, room, work, lasted, outcome) -> {};

  /**
   * A piece of work is over at this moment. Returns at once and never throws.
   *
   * @param lasted by a clock that is never set back, such as {@link System#nanoTime}
   */
  void over(TransactionId trace, Room room, Enum<?> work, Duration lasted, Enum<?> outcome);
}
