package egov.kiosk.agent.uplink;

import java.util.Objects;

/**
 * What became of one sending. None of these settles a message: only a verified receipt does.
 *
 * @param result the outcome
 * @param reasonCode the other side's reason code (MQTT 5 §2.4), 0 to 255; 0 when there is none
 */
public record SendOutcome(Result result, int reasonCode) {
  /** The other side is not allowed to take the message from this kiosk (MQTT 5 §3.4.2.1). */
  public static final int NOT_AUTHORISED = 0x87;

  /** The other side's quota is used up (MQTT 5 §3.4.2.1). */
  public static final int QUOTA_EXCEEDED = 0x97;

  /** What happened. */
  public enum Result {
    /** The broker has it (PUBACK with success). The platform's receipt is still to come. */
    ACKNOWLEDGED,
    /** The broker will not take it, and sending it again soon will not help. */
    PARKED,
    /** It is not known to have arrived: no connection, connection lost, or a local failure. */
    FAILED
  }

  public SendOutcome {
    Objects.requireNonNull(result, "result");
    if (reasonCode < 0 || reasonCode > 255) {
      throw new IllegalArgumentException("a reason code is 0 to 255");
    }
    if ((result == Result.PARKED) != (reasonCode >= 0x80)) {
      throw new IllegalArgumentException(
          "a refusal has a reason code from 0x80, only a refusal has");
    }
  }

  /** The broker has it. */
  public static SendOutcome acknowledged() {
    return new SendOutcome(Result.ACKNOWLEDGED, 0);
  }

  /**
   * The broker refused it.
   *
   * @param reasonCode its reason, 128 to 255
   */
  public static SendOutcome parked(int reasonCode) {
    return new SendOutcome(Result.PARKED, reasonCode);
  }

  /** It is not known to have arrived. */
  public static SendOutcome failed() {
    return new SendOutcome(Result.FAILED, 0);
  }
}
