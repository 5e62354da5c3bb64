package egov.kiosk.agent;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.Optional;

/**
 * What the agent remembers of a message on its way; never its bytes.
 *
 * <pre>
 * WAITING --due--&gt; READY --its turn--&gt; SENDING --PUBACK--&gt; SENT --receipt--&gt; forgotten
 *    ^                ^                   |                 |
 *    |                +-----------------+-|-- no receipt --+
 *    +--- failed, refused, resting -----+-+
 * </pre>
 *
 * Changed only through {@link Roll#change}, which keeps the roll's indexes right.
 */
final class Tracked {
  /** Where it stands. */
  enum Phase {
    WAITING,
    READY,
    SENDING,
    SENT
  }

  final long sequence;
  final TransactionId id;
  final MessageKind kind;
  final Lane lane;
  final Optional<String> orderKey;

  Phase phase = Phase.READY;

  /** How often it was given to the uplink. */
  int sendings;

  /** The first of those; sendings are numbered through all messages. */
  long firstSending;

  /** The last of those, to tell late outcomes from current ones. */
  long lastSending;

  /** How often in a row that failed in itself. */
  int failures;

  /** When to do something about it, on the agent's clock; means nothing while it is READY. */
  long due;

  /** Whether the broker refuses it for now; it lets others pass. */
  boolean parked;

  /** Whether the platform does not answer it, so that it lets others pass. */
  boolean stuck;

  /** Whether it is not sent again for now, because enough others ask the silent platform. */
  boolean held;

  /** Whether it is larger than the uplink takes. */
  boolean oversize;

  Tracked(QueuedEnvelope message) {
    sequence = message.sequence();
    id = message.envelope().id();
    kind = message.envelope().kind();
    lane = message.envelope().label().lane();
    orderKey = message.envelope().label().orderKey();
  }

  /** Whether it takes up a place in the window. */
  boolean holdsSlot() {
    return phase == Phase.SENDING || (!parked && !stuck);
  }

  void ready() {
    phase = Phase.READY;
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
