package egov.kiosk.domain.fleet;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.outbox.SequenceRange;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The queue file was damaged and set aside.
 *
 * @param at when, by this kiosk's clock
 * @param missing places whose messages could not be saved, at most 1,000 ranges
 */
public record Incident(TransactionId id, String kioskId, Instant at, List<SequenceRange> missing)
    implements Statement {
  public Incident {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(at, "at");
    missing = List.copyOf(missing);
    if (missing.size() > 1000) {
      throw new IllegalArgumentException("an incident names at most 1,000 ranges");
    }
  }

  @Override
  public MessageKind kind() {
    return MessageKind.INCIDENT;
  }

  @Override
  public Lane lane() {
    return Lane.URGENT;
  }
}
