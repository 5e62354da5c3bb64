package egov.kiosk.agent;

import egov.kiosk.domain.trace.Room;
import egov.kiosk.domain.trace.Spans;
import egov.kiosk.domain.trace.Work;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Tells what a message's way through the agent took. Safe for several threads. */
final class Stopwatch {
  private final Spans spans;
  private final LongSupplier nanos;

  Stopwatch(Spans spans, LongSupplier nanos) {
    this.spans = spans;
    this.nanos = nanos;
  }

  long now() {
    return nanos.getAsLong();
  }

  /** It is over, and began at this {@link #now}. */
  void over(TransactionId id, Room room, Work work, long began, Enum<?> outcome) {
    spans.over(id, room, work, Duration.ofNanos(now() - began), outcome);
  }
}
