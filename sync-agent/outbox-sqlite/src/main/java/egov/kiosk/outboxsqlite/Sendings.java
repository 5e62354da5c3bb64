package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import java.util.Map;

/** How often messages were handed to the network, in the file and beyond. */
final class Sendings {
  private final OpenStore store;
  private final Guard guard;
  private final AttemptCounter counter = new AttemptCounter();

  Sendings(OpenStore store, Guard guard) {
    this.store = store;
    this.guard = guard;
  }

  /** Counts one more. */
  void add(long sequence) throws OutboxException {
    if (counter.add(sequence)) {
      write();
    }
  }

  /** Those of a message that are not in the file yet, to be written by the caller. */
  int take(long sequence) {
    return counter.take(sequence);
  }

  /** Writes what is not in the file yet. */
  void write() throws OutboxException {
    Map<Long, Integer> counts = counter.snapshot();
    if (counts.isEmpty()) {
      return;
    }
    guard.commitRelaxed(
        () -> {
          for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
            store.writer.addAttempts(entry.getKey(), entry.getValue());
          }
          return null;
        });
    counter.written(counts);
  }

  /** An entry with those beyond the file. */
  OutboxEntry upToDate(OutboxEntry entry) {
    int more = counter.of(entry.sequence());
    return more == 0
        ? entry
        : new OutboxEntry(
            entry.sequence(),
            entry.id(),
            entry.kind(),
            entry.itemCode(),
            entry.label(),
            entry.bytes(),
            entry.state(),
            entry.attempts() + more,
            entry.queuedAt(),
            entry.settledAt(),
            entry.acceptanceNumber(),
            entry.reason());
  }
}
