package egov.kiosk.attachments.send;

import egov.kiosk.domain.transaction.TransactionId;
import java.util.BitSet;

/**
 * An attachment whose chunks are to be sent. Used by one thread.
 *
 * <p>Every chunk is in one of three states: to be sent, on its way, taken by the broker.
 */
final class Shipment {
  final TransactionId id;
  final int chunks;
  final long bytes;
  private final BitSet todo = new BitSet();
  private final BitSet underWay = new BitSet();

  Shipment(TransactionId id, int chunks, long bytes, BitSet taken) {
    this.id = id;
    this.chunks = chunks;
    this.bytes = bytes;
    todo.set(0, chunks);
    todo.andNot(taken);
  }

  /** The next chunk to be sent; -1 for none. */
  int next() {
    return todo.nextSetBit(0);
  }

  void sent(int index) {
    todo.clear(index);
    underWay.set(index);
  }

  /** What became of it. */
  void answered(int index, boolean taken) {
    if (underWay.get(index)) {
      underWay.clear(index);
      todo.set(index, !taken);
    }
  }

  /**
   * The platform wants a chunk again.
   *
   * @return whether that is news: it is neither waiting nor on its way
   */
  boolean again(int index) {
    boolean news = index >= 0 && index < chunks && !todo.get(index) && !underWay.get(index);
    if (news) {
      todo.set(index);
    }
    return news;
  }

  /** Whether there is nothing to send and nothing on its way. */
  boolean idle() {
    return todo.isEmpty() && underWay.isEmpty();
  }
}
