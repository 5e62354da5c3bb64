package egov.kiosk.domain.fleet;

import java.util.Objects;

/** An order of the platform is not carried out; nothing changed. */
public final class OrderRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** A value is not allowed; the message says which and what is. */
    INVALID,
    /** It names something that may not be set from afar. */
    FORBIDDEN,
    /** It could not be kept on the disk. */
    STORAGE
  }

  private final Reason reason;

  /**
   * @param message what is wrong, where, and what is allowed; never personal data
   */
  public OrderRefusedException(Reason reason, String message) {
    super(message);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public Reason reason() {
    return reason;
  }
}
