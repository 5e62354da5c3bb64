package egov.kiosk.gateway.postgres;

import java.time.Instant;
import java.util.Objects;

/**
 * A message that waits for the stream.
 *
 * @param place its place in the outbox, rising in the order messages were taken
 * @param id the message's identity
 * @param kind what it is, the word of its kind
 * @param kioskId who sent it
 * @param itemCode the service item
 * @param envelopeSm3 digest of {@code envelope}, 64 hexadecimal digits in lower case
 * @param acceptanceNumber the official number; null for ratings
 * @param acceptedAt when it was taken
 * @param envelope the sealed message; shared and never changed
 */
public record Waiting(
    long place,
    String id,
    String kind,
    String kioskId,
    String itemCode,
    String envelopeSm3,
    String acceptanceNumber,
    Instant acceptedAt,
    byte[] envelope) {
  public Waiting {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(envelope, "envelope");
  }

  @Override
  public String toString() {
    return "Waiting[" + place + " " + id + "]";
  }
}
