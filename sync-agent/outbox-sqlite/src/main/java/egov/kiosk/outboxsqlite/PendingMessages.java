package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.rest.RestKeyId;
import egov.kiosk.outboxsqlite.store.MessageReader.CheckedRow;
import egov.kiosk.outboxsqlite.store.Repair;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What waits to be sent. Rows that are not as they were written go aside on the way. */
final class PendingMessages {
  private final OpenStore store;
  private final Guard guard;
  private final InstantSource clock;

  PendingMessages(OpenStore store, Guard guard, InstantSource clock) {
    this.store = store;
    this.guard = guard;
    this.clock = clock;
  }

  /** Messages of a lane behind a place; empty only when none is left. */
  List<QueuedEnvelope> of(Lane lane, long afterSequence, int limit) throws OutboxException {
    if (limit < 1) {
      throw new IllegalArgumentException("the limit is at least 1");
    }
    List<QueuedEnvelope> messages = new ArrayList<>();
    long after = afterSequence;
    while (messages.isEmpty()) {
      long from = after;
      List<CheckedRow> rows = guard.read(() -> store.reader.pending(lane, from, limit));
      if (rows.isEmpty()) {
        break;
      }
      for (CheckedRow found : rows) {
        after = found.row().sequence();
        if (found.sealed()) {
          messages.add(new QueuedEnvelope(after, found.row().envelope()));
        } else {
          giveUp(after);
        }
      }
    }
    return messages;
  }

  /** Gives an altered row up. */
  void giveUp(long sequence) throws OutboxException {
    if (guard.mustFit(
        () -> store.writer.standings().giveUp(sequence, Repair.REASON, clock.instant()))) {
      store.incidents.report(
          clock.instant(),
          "the row at place " + sequence + " was altered; it is kept as a dead letter, not sent",
          List.of());
    }
  }

  /** Seals rows anew under the key in use; a power cut may undo it. */
  void reseal(List<Long> places) throws OutboxException {
    guard.commitRelaxed(
        () -> {
          store.writer.standings().reseal(places);
          return null;
        });
  }

  /**
   * Forgets all keys but one, when every row up to a place was found under it.
   *
   * @return the keys of the file
   */
  Set<RestKeyId> resealed(long upTo, RestKeyId key) throws OutboxException {
    return guard.commit(() -> store.writer.standings().resealed(upTo, key));
  }

  /**
   * Moves the log into the database.
   *
   * @return false when a reader was in the way
   */
  boolean checkpoint() throws OutboxException {
    return guard.checkpoint();
  }

  /** Puts an altered settled row right. */
  void repair(long sequence) throws OutboxException {
    Repair result = guard.mustFit(() -> store.writer.standings().repair(sequence, clock.instant()));
    store.incidents.report(
        clock.instant(),
        "the settled row at place " + sequence + " was altered; " + result.sentence(),
        List.of());
  }
}
