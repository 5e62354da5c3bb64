package egov.kiosk.uplinkmqtt.link;

/**
 * What the broker answered (MQTT 5 §2.4).
 *
 * @param value 0 to 255; from 0x80 on it is a refusal
 */
public record ReasonCode(int value) {
  /** Done. */
  public static final ReasonCode SUCCESS = new ReasonCode(0x00);

  /** Wrong user name or password. */
  public static final ReasonCode BAD_LOGIN = new ReasonCode(0x86);

  /** This client may not do that. */
  public static final ReasonCode NOT_AUTHORIZED = new ReasonCode(0x87);

  /** Another connection came up with the same client id. */
  public static final ReasonCode SESSION_TAKEN_OVER = new ReasonCode(0x8E);

  /** The broker has no room for it. */
  public static final ReasonCode QUOTA_EXCEEDED = new ReasonCode(0x97);

  public ReasonCode {
    if (value < 0 || value > 0xFF) {
      throw new IllegalArgumentException("a reason code is one byte");
    }
  }

  /** Whether the broker refused. */
  public boolean refused() {
    return value >= 0x80;
  }

  @Override
  public String toString() {
    return String.format("0x%02X", value);
  }
}
