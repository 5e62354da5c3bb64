package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxCounts;

/**
 * What is in the store, kept in memory beside it so that nobody has to count.
 *
 * @param lastSequence the highest place given out
 * @param pending messages waiting for a receipt
 * @param delivered messages the platform has
 * @param deadLetter messages given up
 * @param usedBytes pages in use times their size
 */
public record Tally(
    long lastSequence, long pending, long delivered, long deadLetter, long usedBytes) {

  /** One more pending message at the next place. */
  Tally appended(long sequence, long bytes) {
    return new Tally(sequence, pending + 1, delivered, deadLetter, usedBytes + bytes);
  }

  /** One message in another state; states that are none of ours were counted as delivered. */
  Tally moved(String from, DeliveryState to) {
    boolean waited = from.equals(DeliveryState.PENDING.name());
    boolean dead = from.equals(DeliveryState.DEAD_LETTER.name());
    boolean gone = !waited && !dead;
    return new Tally(
        lastSequence,
        pending - one(waited) + one(to == DeliveryState.PENDING),
        delivered - one(gone) + one(to == DeliveryState.DELIVERED),
        deadLetter - one(dead) + one(to == DeliveryState.DEAD_LETTER),
        usedBytes);
  }

  private static int one(boolean yes) {
    return yes ? 1 : 0;
  }

  Tally using(long bytes) {
    return new Tally(lastSequence, pending, delivered, deadLetter, bytes);
  }

  /** The counts as the port gives them. */
  public OutboxCounts counts() {
    return new OutboxCounts(pending, delivered, deadLetter);
  }
}
