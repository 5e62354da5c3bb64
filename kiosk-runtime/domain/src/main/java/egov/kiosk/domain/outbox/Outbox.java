package egov.kiosk.domain.outbox;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The durable queue of accepted messages (待传办件). {@link #append} is the commit point: when it
 * returns, the message survives kill -9 and power cut, and only a platform receipt ever settles it.
 * Safe for use by several threads.
 */
public interface Outbox {
  /**
   * Stores a message durably. Storing the same message again changes nothing and gives the same
   * sequence.
   *
   * @return its place in the queue
   * @throws OutboxException when it is not stored; then the citizen is not told "accepted"
   */
  long append(SignedEnvelope envelope) throws OutboxException;

  /**
   * Pending messages of a lane, oldest first.
   *
   * @param lane which
   * @param afterSequence only those behind this place; 0 for the head of the queue
   * @param limit at most this many, at least 1
   */
  List<QueuedEnvelope> pending(Lane lane, long afterSequence, int limit) throws OutboxException;

  /** Notes that a message was handed to the network once more. */
  void attempted(long sequence) throws OutboxException;

  /** Settles the message a verified receipt speaks of. */
  Settlement settle(PlatformReceipt receipt) throws OutboxException;

  /**
   * Settles what verified receipts speak of, together where the queue can.
   *
   * @param receipts any number, each judged by itself
   * @return what became of each, in their order
   * @throws OutboxException when the queue failed; any of them may be settled then, and settling
   *     again changes nothing
   */
  default List<Settlement> settle(List<PlatformReceipt> receipts) throws OutboxException {
    List<Settlement> settlements = new ArrayList<>();
    for (PlatformReceipt receipt : receipts) {
      settlements.add(settle(receipt));
    }
    return settlements;
  }

  /** How many messages stand where. */
  OutboxCounts counts() throws OutboxException;

  /**
   * The queue as a technician sees it, newest last.
   *
   * @param afterSequence only those behind this place
   * @param limit at most this many
   */
  List<OutboxEntry> list(long afterSequence, int limit) throws OutboxException;

  /**
   * Finds a message whatever its state.
   *
   * @param idOrNumber its id, or the number on the citizen's slip; anything else finds nothing
   */
  Optional<OutboxEntry> find(String idOrNumber) throws OutboxException;

  /**
   * Makes a dead letter pending again, with its bytes as they were, once a technician has mended
   * the cause. It keeps its place.
   *
   * @return whether it was a dead letter with its bytes intact; otherwise nothing changed
   */
  boolean retry(TransactionId id) throws OutboxException;

  /** How full the queue is. Never blocks. */
  Fill fill();

  /**
   * Whether new business can be accepted now: below 95 % of the capacity, with room on the disk,
   * and the file sound. Never blocks.
   */
  boolean accepting();
}
