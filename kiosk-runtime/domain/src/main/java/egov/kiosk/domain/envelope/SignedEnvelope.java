package egov.kiosk.domain.envelope;

import egov.kiosk.domain.transaction.TransactionId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A message signed by this kiosk and readable only by the platform, byte for byte as it is sent
 * (GB/T 35275). Immutable.
 */
public final class SignedEnvelope {
  private final TransactionId id;
  private final MessageKind kind;
  private final String itemCode;
  private final byte[] bytes;
  private final byte[] sm3;
  private final Label label;

  /** A message of the normal lane; the parameters are those of the other constructor. */
  public SignedEnvelope(
      TransactionId id, MessageKind kind, String itemCode, byte[] bytes, byte[] sm3) {
    this(id, kind, itemCode, bytes, sm3, Label.PLAIN);
  }

  /**
   * @param id the message's identity: that of the transaction or rating inside
   * @param kind what is inside
   * @param itemCode the service item it belongs to; not personal data
   * @param bytes the DER of the outer message; copied
   * @param sm3 the SM3 digest of {@code bytes}, 32 bytes; copied
   * @param label what the queue goes by
   */
  public SignedEnvelope(
      TransactionId id, MessageKind kind, String itemCode, byte[] bytes, byte[] sm3, Label label) {
    this.label = Objects.requireNonNull(label, "label");
    this.id = Objects.requireNonNull(id, "id");
    this.kind = Objects.requireNonNull(kind, "kind");
    this.itemCode = Objects.requireNonNull(itemCode, "itemCode");
    this.bytes = bytes.clone();
    this.sm3 = sm3.clone();
    if (bytes.length == 0 || sm3.length != 32) {
      throw new IllegalArgumentException("an envelope has bytes and a 32-byte SM3 digest");
    }
  }

  public TransactionId id() {
    return id;
  }

  public MessageKind kind() {
    return kind;
  }

  public String itemCode() {
    return itemCode;
  }

  /** What the queue goes by. */
  public Label label() {
    return label;
  }

  /** A copy of the message. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Length of the message in bytes. */
  public int length() {
    return bytes.length;
  }

  /** The SM3 digest of the message, 64 hexadecimal digits in lower case. */
  public String sm3() {
    return HexFormat.of().formatHex(sm3);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedEnvelope that
        && that.id.equals(id)
        && that.kind == kind
        && that.itemCode.equals(itemCode)
        && that.label.equals(label)
        && Arrays.equals(that.bytes, bytes)
        && Arrays.equals(that.sm3, sm3);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, Arrays.hashCode(sm3));
  }

  @Override
  public String toString() {
    return "SignedEnvelope[" + id + " " + kind + " " + bytes.length + " bytes]";
  }
}
