package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxEntry;
import java.util.Objects;

/**
 * A message that is not settled by the platform's acceptance, with its bytes.
 *
 * @param entry where it stands
 * @param envelope the message, as it was queued
 */
public record StoredEnvelope(OutboxEntry entry, SignedEnvelope envelope) {
  public StoredEnvelope {
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(envelope, "envelope");
  }
}
