package egov.kiosk.domain.audit;

import egov.kiosk.domain.device.Actor;
import java.util.Objects;

/** An event could not be brought to the disk; what it was about must not be done. */
public final class AuditUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The disk or the log's own budget is full. */
    FULL,
    /** The disk reports errors, or does not answer. */
    IO,
    /** The log is closed, or another runtime has it open. */
    CLOSED
  }

  private final Reason reason;

  public AuditUnavailableException(Reason reason, String message) {
    super(reason + ": " + message);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public Reason reason() {
    return reason;
  }

  /** Who must act. */
  public Actor actor() {
    return Actor.TECHNICIAN;
  }
}
