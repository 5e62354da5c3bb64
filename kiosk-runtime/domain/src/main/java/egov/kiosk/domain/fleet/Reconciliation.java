package egov.kiosk.domain.fleet;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.outbox.Reckoning;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Objects;

/**
 * The books of one day, for the platform to compare with its own.
 *
 * @param at when the books were closed, by this kiosk's clock
 */
public record Reconciliation(TransactionId id, String kioskId, Instant at, Reckoning books)
    implements Statement {
  public Reconciliation {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(books, "books");
  }

  @Override
  public MessageKind kind() {
    return MessageKind.RECONCILIATION;
  }

  @Override
  public Lane lane() {
    return Lane.URGENT;
  }
}
