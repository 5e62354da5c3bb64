package egov.kiosk.domain.outbox;

import egov.kiosk.domain.envelope.SignedEnvelope;
import java.util.Objects;

/**
 * A message waiting to be sent.
 *
 * @param sequence its place in the queue, rising, never used twice
 * @param envelope the message
 */
public record QueuedEnvelope(long sequence, SignedEnvelope envelope) {
  public QueuedEnvelope {
    Objects.requireNonNull(envelope, "envelope");
  }
}
