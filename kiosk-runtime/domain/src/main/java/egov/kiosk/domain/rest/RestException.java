package egov.kiosk.domain.rest;

import java.util.Objects;

/** Something cannot be sealed or opened. The message holds neither content nor keys. */
public final class RestException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** It is not what was sealed for this place. */
    ALTERED,
    /** It is under a key that this kiosk does not have. */
    KEY_UNKNOWN,
    /** The keys cannot be had now: key custody, disk or configuration are not in order. */
    UNAVAILABLE
  }

  private final Reason reason;

  public RestException(Reason reason, String message) {
    this(reason, message, null);
  }

  public RestException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public Reason reason() {
    return reason;
  }
}
