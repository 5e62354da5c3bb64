package egov.kiosk.uplinkmqtt.link;

import java.util.Set;

/**
 * What the broker answered (MQTT 5 §2.4).
 *
 * @param value 0 to 255; from 0x80 on it is a refusal
 */
public record ReasonCode(int value) {
  /** Done. */
  public static final ReasonCode SUCCESS = new ReasonCode(0x00);

  /** The other side speaks no such version. */
  public static final ReasonCode UNSUPPORTED_VERSION = new ReasonCode(0x84);

  /** Our name is not a valid one there. */
  public static final ReasonCode BAD_CLIENT_ID = new ReasonCode(0x85);

  /** Wrong user name or password. */
  public static final ReasonCode BAD_LOGIN = new ReasonCode(0x86);

  /** This client may not do that. */
  public static final ReasonCode NOT_AUTHORIZED = new ReasonCode(0x87);

  /** The broker is not available. */
  public static final ReasonCode SERVER_UNAVAILABLE = new ReasonCode(0x88);

  /** The broker is busy. */
  public static final ReasonCode SERVER_BUSY = new ReasonCode(0x89);

  /** Another connection came up with the same client id. */
  public static final ReasonCode SESSION_TAKEN_OVER = new ReasonCode(0x8E);

  /** The broker has no room for it. */
  public static final ReasonCode QUOTA_EXCEEDED = new ReasonCode(0x97);

  /** Too many connect at once. */
  public static final ReasonCode CONNECTION_RATE_EXCEEDED = new ReasonCode(0x9F);

  private static final Set<ReasonCode> OVERLOAD =
      Set.of(SERVER_UNAVAILABLE, SERVER_BUSY, QUOTA_EXCEEDED, CONNECTION_RATE_EXCEEDED);

  public ReasonCode {
    if (value < 0 || value > 0xFF) {
      throw new IllegalArgumentException("a reason code is one byte");
    }
  }

  /** Whether the broker refused. */
  public boolean refused() {
    return value >= 0x80;
  }

  /** Whether the broker has too much to do: whoever comes back soon makes it worse. */
  public boolean overload() {
    return OVERLOAD.contains(this);
  }

  @Override
  public String toString() {
    return String.format("0x%02X", value);
  }
}
