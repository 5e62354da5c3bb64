package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a row says about its message and what never changes, in the file's own types; nothing about
 * it is believed yet.
 */
public record StoredMessage(
    String id,
    String kind,
    String item,
    String lane,
    Optional<String> orderKey,
    Optional<String> localNumber,
    String sm3,
    long length,
    long queuedAt) {

  /** What a row for the message says. */
  static StoredMessage of(SignedEnvelope envelope, Instant queuedAt) {
    Label label = envelope.label();
    return new StoredMessage(
        envelope.id().value(),
        envelope.kind().name(),
        envelope.itemCode(),
        label.lane().name(),
        label.orderKey(),
        label.localNumber().map(LocalNumber::value),
        envelope.sm3(),
        envelope.length(),
        queuedAt.toEpochMilli());
  }

  /** The same without the key of its order and the number on the slip. */
  StoredMessage stripped() {
    return new StoredMessage(
        id, kind, item, lane, Optional.empty(), Optional.empty(), sm3, length, queuedAt);
  }

  /** Whether it has the label of all messages that were queued before there were labels. */
  boolean isPlain() {
    return lane.equals(Lane.NORMAL.name()) && orderKey.isEmpty() && localNumber.isEmpty();
  }

  /**
   * The label in it.
   *
   * @throws IllegalArgumentException when the row holds none
   */
  Label label() {
    return new Label(Lane.valueOf(lane), orderKey, localNumber.map(LocalNumber::new));
  }

  /**
   * The message with these bytes.
   *
   * @throws IllegalArgumentException when the row holds none
   */
  SignedEnvelope envelope(byte[] bytes) {
    return new SignedEnvelope(
        new TransactionId(id),
        MessageKind.valueOf(kind),
        item,
        bytes,
        HexFormat.of().parseHex(sm3),
        label());
  }
}
