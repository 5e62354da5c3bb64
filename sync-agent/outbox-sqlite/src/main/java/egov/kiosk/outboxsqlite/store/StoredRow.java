package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import java.time.Instant;

/**
 * One row of the file as it lies there; nothing about it is believed yet. {@code bytes} is empty
 * once the platform has the message. Arrays are not copied.
 *
 * @param sequence its place
 * @param message what never changes
 * @param standing what does
 * @param bytes the message itself
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredRow(long sequence, StoredMessage message, Standing standing, byte[] bytes) {

  /** A new row for a message. */
  public static StoredRow pending(long sequence, SignedEnvelope envelope, Instant now) {
    return new StoredRow(sequence, StoredMessage.of(envelope, now), Standing.NEW, envelope.bytes());
  }

  /** The same message standing elsewhere; at the platform's, its bytes are released. */
  StoredRow now(Standing other) {
    return new StoredRow(
        sequence, message, other, other.is(DeliveryState.DELIVERED) ? new byte[0] : bytes);
  }

  /** The same without what leads to a person. */
  StoredRow stripped() {
    return new StoredRow(sequence, message.stripped(), standing.stripped(), bytes);
  }

  /** Whether no receipt has settled it. */
  public boolean isPending() {
    return standing.is(DeliveryState.PENDING);
  }

  /**
   * Whether this is a later state of the row than another: it was retried more often, or stands
   * further on.
   */
  public boolean supersedes(StoredRow other) {
    long more = standing.retries() - other.standing.retries();
    return more > 0 || (more == 0 && progress() > other.progress());
  }

  private int progress() {
    return isPending() ? 0 : standing.is(DeliveryState.DEAD_LETTER) ? 1 : 2;
  }

  /**
   * The message in it.
   *
   * @throws IllegalArgumentException when the row holds none
   */
  public SignedEnvelope envelope() {
    return message.envelope(bytes);
  }
}
