package egov.kiosk.domain.outbox;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of the queue as a technician sees it: no content, no personal data.
 *
 * @param sequence its place in the queue
 * @param id the message's identity
 * @param kind what it is
 * @param itemCode the service item
 * @param label its lane, its order and the number on the slip
 * @param bytes its size
 * @param state where it stands
 * @param attempts how often it was handed to the network
 * @param queuedAt when it was accepted
 * @param settledAt when a receipt settled it
 * @param acceptanceNumber the official number, once accepted
 * @param reason why the platform refused it
 */
public record OutboxEntry(
    long sequence,
    TransactionId id,
    MessageKind kind,
    String itemCode,
    Label label,
    int bytes,
    DeliveryState state,
    int attempts,
    Instant queuedAt,
    Optional<Instant> settledAt,
    Optional<String> acceptanceNumber,
    Optional<String> reason) {
  public OutboxEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(itemCode, "itemCode");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(queuedAt, "queuedAt");
    Objects.requireNonNull(settledAt, "settledAt");
    Objects.requireNonNull(acceptanceNumber, "acceptanceNumber");
    Objects.requireNonNull(reason, "reason");
  }
}
