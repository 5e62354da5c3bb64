package egov.kiosk.uplinkmqtt.link;

import java.util.Objects;

/** A message was not handed over, or nobody knows whether it was. Sending it again is safe. */
public final class LinkException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** There is no connection now. */
    NOT_CONNECTED,
    /** As many messages as allowed wait for the broker's acknowledgement. */
    WINDOW_FULL,
    /** The broker takes no packet of this size; it was not sent. */
    TOO_LARGE,
    /** The connection broke before the broker acknowledged. */
    LOST,
    /** The link is closed for good. */
    CLOSED
  }

  private final Reason reason;

  public LinkException(Reason reason, String message) {
    super(reason + ": " + message);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public Reason reason() {
    return reason;
  }
}
