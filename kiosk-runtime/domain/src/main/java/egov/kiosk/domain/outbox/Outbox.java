package egov.kiosk.domain.outbox;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import java.util.List;

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
   * Pending messages, oldest first.
   *
   * @param afterSequence only those behind this place; 0 for the head of the queue
   * @param limit at most this many, at least 1
   */
  List<QueuedEnvelope> pending(long afterSequence, int limit) throws OutboxException;

  /** Notes that a message was handed to the network once more. */
  void attempted(long sequence) throws OutboxException;

  /** Settles the message a verified receipt speaks of. */
  Settlement settle(PlatformReceipt receipt) throws OutboxException;

  /** How many messages stand where. */
  OutboxCounts counts() throws OutboxException;

  /**
   * The queue as a technician sees it, newest last.
   *
   * @param afterSequence only those behind this place
   * @param limit at most this many
   */
  List<OutboxEntry> list(long afterSequence, int limit) throws OutboxException;

  /** Whether new business can be accepted now, e.g. because there is room on the disk. */
  boolean accepting();
}
