package egov.kiosk.attachments;

import egov.kiosk.attachments.store.ChunkStore;
import egov.kiosk.attachments.store.Space;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the directories with the queue: at the start, because the last run may have been cut off
 * anywhere, and now and then, because a technician may have brought a dead letter back. Used by one
 * thread.
 */
public final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final ChunkStore store;
  private final Space space;
  private final Outbox outbox;
  private final Predicate<TransactionId> writing;
  private final Consumer<TransactionId> waiting;
  private final Set<TransactionId> counted = new HashSet<>();
  private final Set<TransactionId> lost = new HashSet<>();

  /**
   * @param writing whether somebody writes an attachment now; those are left alone
   * @param waiting told the id of each attachment whose manifest waits for its receipt
   */
  public Recovery(
      ChunkStore store,
      Space space,
      Outbox outbox,
      Predicate<TransactionId> writing,
      Consumer<TransactionId> waiting) {
    this.store = store;
    this.space = space;
    this.outbox = outbox;
    this.writing = writing;
    this.waiting = waiting;
  }

  /**
   * Looks at every directory.
   *
   * @param first whether this is the start: then their bytes are counted too
   * @throws IOException when a directory cannot be read or deleted
   * @throws OutboxException when the queue cannot be asked; nothing was deleted without its word
   */
  public void run(boolean first) throws IOException, OutboxException {
    lost.clear();
    for (TransactionId id : store.attachments()) {
      if (writing.test(id)) {
        continue;
      }
      if (first && counted.add(id)) {
        space.found(store.extent(id).bytes());
      }
      judge(id, outbox.find(id.value()).map(OutboxEntry::state));
    }
    if (first) {
      counted.clear();
    }
  }

  private void judge(TransactionId id, Optional<DeliveryState> state) throws IOException {
    if (state.isEmpty() && store.marked(id)) {
      if (lost.isEmpty()) {
        LOG.warn("attachments: {} was queued and is not in the queue any more; it is kept", id);
      }
      lost.add(id);
    } else if (state.isEmpty() || state.get() == DeliveryState.DELIVERED) {
      long bytes = store.extent(id).bytes();
      store.delete(id);
      space.give(bytes);
    } else {
      store.mark(id);
      if (state.get() == DeliveryState.PENDING) {
        waiting.accept(id);
      }
    }
  }

  /** How many attachments have no manifest any more; as of the last run. */
  public int lost() {
    return lost.size();
  }
}
