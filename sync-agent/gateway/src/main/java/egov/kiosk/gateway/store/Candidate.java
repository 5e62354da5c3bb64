package egov.kiosk.gateway.store;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A message that is good enough to be taken: intact, its kiosk's own, exactly as the contract says.
 *
 * @param id its identity
 * @param kind what it is
 * @param kioskId who sent it
 * @param itemCode the service item; empty for what a kiosk says for itself
 * @param envelopeSm3 digest of {@code envelope}, 64 hexadecimal digits in lower case
 * @param envelope the message as it came, sealed; shared and never changed
 */
public record Candidate(
    TransactionId id,
    MessageKind kind,
    String kioskId,
    String itemCode,
    String envelopeSm3,
    byte[] envelope) {
  public Candidate {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(itemCode, "itemCode");
    Objects.requireNonNull(envelopeSm3, "envelopeSm3");
    Objects.requireNonNull(envelope, "envelope");
  }

  /** This message as the store keeps it. */
  public Accepted accepted(Optional<String> acceptanceNumber, Instant at) {
    return new Accepted(id, kind, kioskId, itemCode, envelopeSm3, acceptanceNumber, at);
  }

  @Override
  public String toString() {
    return "Candidate[" + id + " " + kind + " from " + kioskId + "]";
  }
}
