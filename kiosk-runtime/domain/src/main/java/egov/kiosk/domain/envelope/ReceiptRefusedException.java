package egov.kiosk.domain.envelope;

import java.util.Objects;

/**
 * A message that claims to be a receipt but must not be believed. Nothing changes because of it.
 */
public final class ReceiptRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Not a well-formed signed message. */
    MALFORMED,
    /** The signature is wrong, or not by the platform. */
    BAD_SIGNATURE,
    /** Meant for another kiosk. */
    OTHER_KIOSK
  }

  private final Reason reason;

  public ReceiptRefusedException(Reason reason, String message) {
    super(message);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public Reason reason() {
    return reason;
  }
}
