package egov.kiosk.agent;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;

/**
 * What the agent remembers of a message on its way; never its bytes.
 *
 * <pre>
 * WAITING --due, slot free--&gt; SENDING --PUBACK--&gt; SENT --receipt--&gt; forgotten
 *    ^                           |                 |
 *    +---- failed, refused ------+--- no receipt --+
 * </pre>
 */
final class Tracked {
  /** Where it stands. */
  enum Phase {
    WAITING,
    SENDING,
    SENT
  }

  final long sequence;
  final TransactionId id;
  final MessageKind kind;

  Phase phase = Phase.WAITING;

  /** How often it was given to the uplink. */
  int sendings;

  /** The last of those, to tell late outcomes from current ones. */
  long lastSending;

  /** How often in a row that failed in itself. */
  int failures;

  /** When it was given to the uplink last. */
  long sentAt;

  /** When to do something about it, on the agent's clock. */
  long due;

  /** Whether the broker refuses it for now; it lets others pass. */
  boolean parked;

  /** Whether the platform answers others but not this one; it lets others pass. */
  boolean stuck;

  /** Whether it is larger than the uplink takes. */
  boolean oversize;

  Tracked(QueuedEnvelope message, long now) {
    sequence = message.sequence();
    id = message.envelope().id();
    kind = message.envelope().kind();
    due = now;
  }

  /** Whether it takes up a place in the window. */
  boolean holdsSlot() {
    return phase == Phase.SENDING || (!parked && !stuck);
  }

  void waitUntil(long when) {
    phase = Phase.WAITING;
    due = when;
  }

  void park(long when) {
    parked = true;
    waitUntil(when);
  }
}
