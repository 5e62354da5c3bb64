package egov.kiosk.transfer;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.Objects;

/** One message of another kiosk, as it lay in that kiosk's queue. Immutable. */
public final class CarriedMessage {
  private final MessageKind kind;
  private final TransactionId id;
  private final byte[] envelope;

  /**
   * @param kind what it says it is; the platform compares with what is inside
   * @param id what it says its identity is
   * @param envelope the sealed message, byte for byte; copied
   */
  public CarriedMessage(MessageKind kind, TransactionId id, byte[] envelope) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.id = Objects.requireNonNull(id, "id");
    this.envelope = envelope.clone();
    if (envelope.length == 0) {
      throw new IllegalArgumentException("a message has bytes");
    }
  }

  public MessageKind kind() {
    return kind;
  }

  public TransactionId id() {
    return id;
  }

  /** A copy of the sealed message. */
  public byte[] envelope() {
    return envelope.clone();
  }

  int length() {
    return envelope.length;
  }
}
