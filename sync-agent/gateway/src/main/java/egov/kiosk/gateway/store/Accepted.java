package egov.kiosk.gateway.store;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One message the platform took for good. Holds no personal data.
 *
 * @param id its identity
 * @param kind what it is
 * @param kioskId who sent it
 * @param itemCode the service item; empty for what a kiosk says for itself
 * @param envelopeSm3 digest of its bytes, 64 hexadecimal digits in lower case
 * @param acceptanceNumber the official number (受理号); only transactions have one
 * @param acceptedAt when, by the platform's clock, whole milliseconds: the time in its receipt
 */
public record Accepted(
    TransactionId id,
    MessageKind kind,
    String kioskId,
    String itemCode,
    String envelopeSm3,
    Optional<String> acceptanceNumber,
    Instant acceptedAt) {
  public Accepted {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(itemCode, "itemCode");
    Objects.requireNonNull(acceptanceNumber, "acceptanceNumber");
    Objects.requireNonNull(acceptedAt, "acceptedAt");
    if (envelopeSm3.length() != 64) {
      throw new IllegalArgumentException("envelopeSm3 has 64 hexadecimal digits in lower case");
    }
  }
}
