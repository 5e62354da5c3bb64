package egov.kiosk.domain.outbox;

import egov.kiosk.domain.device.Actor;
import java.util.Objects;

/** The queue could not do what it was asked. What was accepted before is untouched. */
public final class OutboxException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Disk or quota full: new business is refused, nothing accepted is dropped. */
    FULL,
    /** The disk reports errors, or the file cannot be opened. */
    IO,
    /** Another runtime has the queue open. */
    LOCKED,
    /** The file was written by a newer program than this one. */
    TOO_NEW,
    /** The same id was queued before with other bytes. */
    CONFLICT,
    /** The queue is closed. */
    CLOSED
  }

  private final Reason reason;

  public OutboxException(Reason reason, String message) {
    this(reason, message, null);
  }

  public OutboxException(Reason reason, String message, Throwable cause) {
    super(reason + ": " + message, cause);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public Reason reason() {
    return reason;
  }

  /** Who must act. */
  public Actor actor() {
    return reason == Reason.CLOSED ? Actor.NOBODY : Actor.TECHNICIAN;
  }
}
