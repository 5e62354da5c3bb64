package egov.kiosk.domain.trace;

import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is remembered of transactions' ways. Safe for several threads. */
public interface Traces {
  /**
   * What one kind of work took together since the start.
   *
   * @param count how often it was done
   */
  record Sum(Room room, Enum<?> work, long count, Duration lasted) {}

  /** The spans of one transaction in the order in which they began; empty when forgotten. */
  List<Span> of(TransactionId trace);

  /** The transaction that was committed last, if it is remembered. */
  Optional<TransactionId> last();

  /** What each kind of work took, by room. */
  List<Sum> sums();
}
