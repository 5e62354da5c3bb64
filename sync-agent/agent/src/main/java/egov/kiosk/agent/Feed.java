package egov.kiosk.agent;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * One lane of the queue, read from its head on, a few messages ahead. Once dry it asks the queue
 * again only after {@link #wet}.
 */
final class Feed {
  private static final int BATCH = 16;

  private final Outbox outbox;
  private final Lane lane;
  private final Deque<QueuedEnvelope> ahead = new ArrayDeque<>();
  private long cursor;
  private boolean dry;

  Feed(Outbox outbox, Lane lane) {
    this.outbox = outbox;
    this.lane = lane;
  }

  /** The next message, or null when the lane has none left. */
  QueuedEnvelope next() throws OutboxException {
    if (ahead.isEmpty() && !dry) {
      List<QueuedEnvelope> batch = outbox.pending(lane, cursor, BATCH);
      dry = batch.isEmpty();
      ahead.addAll(batch);
    }
    QueuedEnvelope next = ahead.poll();
    if (next != null) {
      cursor = next.sequence();
    }
    return next;
  }

  /** The pending message at a place, or null. */
  QueuedEnvelope at(long sequence) throws OutboxException {
    List<QueuedEnvelope> found = outbox.pending(lane, sequence - 1, 1);
    return found.isEmpty() || found.get(0).sequence() != sequence ? null : found.get(0);
  }

  /** A message read ahead needs no more sending. */
  void forget(TransactionId id) {
    ahead.removeIf(message -> message.envelope().id().equals(id));
  }

  /** There may be more now. */
  void wet() {
    dry = false;
  }

  /** Reads on behind a place; what was read ahead is read again. */
  void rewind(long after) {
    if (after < cursor) {
      cursor = after;
    }
    ahead.clear();
    dry = false;
  }

  /** Whether the lane had nothing left when last asked. */
  boolean dry() {
    return dry && ahead.isEmpty();
  }

  /** How far it was read. */
  long cursor() {
    return cursor;
  }

  /** How many are read ahead. */
  int ahead() {
    return ahead.size();
  }
}
