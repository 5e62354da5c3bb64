package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One row of the file as it lies there, in the file's own types; nothing about it is believed yet.
 * {@code bytes} is empty once the platform has the message. Arrays are not copied.
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredRow(
    long sequence,
    String id,
    String kind,
    String item,
    String sm3,
    long length,
    long queuedAt,
    String state,
    Optional<Long> settledAt,
    Optional<String> number,
    Optional<String> reason,
    byte[] bytes) {

  /** A new row for a message. */
  public static StoredRow pending(long sequence, SignedEnvelope envelope, Instant now) {
    return new StoredRow(
        sequence,
        envelope.id().value(),
        envelope.kind().name(),
        envelope.itemCode(),
        envelope.sm3(),
        envelope.length(),
        now.toEpochMilli(),
        DeliveryState.PENDING.name(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        envelope.bytes());
  }

  /** The same message at the platform's: settled, its bytes released. */
  public StoredRow delivered(Instant at, Optional<String> acceptanceNumber) {
    return settled(DeliveryState.DELIVERED, at, acceptanceNumber, Optional.empty(), new byte[0]);
  }

  /** The same message given up with a reason, its bytes kept. */
  public StoredRow deadLetter(Instant at, String why) {
    return settled(DeliveryState.DEAD_LETTER, at, Optional.empty(), Optional.of(why), bytes);
  }

  /** The row as it was before anything settled it. */
  StoredRow unsettled() {
    return new StoredRow(
        sequence,
        id,
        kind,
        item,
        sm3,
        length,
        queuedAt,
        DeliveryState.PENDING.name(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        bytes);
  }

  private StoredRow settled(
      DeliveryState to, Instant at, Optional<String> no, Optional<String> why, byte[] kept) {
    return new StoredRow(
        sequence,
        id,
        kind,
        item,
        sm3,
        length,
        queuedAt,
        to.name(),
        Optional.of(at.toEpochMilli()),
        no,
        why,
        kept);
  }

  /** Whether no receipt has settled it. */
  public boolean isPending() {
    return state.equals(DeliveryState.PENDING.name());
  }

  /**
   * The message in it.
   *
   * @throws IllegalArgumentException when the row holds none
   */
  public SignedEnvelope envelope() {
    return new SignedEnvelope(
        new TransactionId(id),
        MessageKind.valueOf(kind),
        item,
        bytes,
        HexFormat.of().parseHex(sm3));
  }
}
