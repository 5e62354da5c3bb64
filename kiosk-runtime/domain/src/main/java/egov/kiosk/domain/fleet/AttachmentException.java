package egov.kiosk.domain.fleet;

import egov.kiosk.domain.device.Actor;
import java.util.Objects;

/** An attachment was not stored. Nothing of it is kept, and nothing else is touched. */
public final class AttachmentException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The space set aside for attachments, the queue or the disk is full. */
    FULL,
    /** Empty, or larger than an attachment may be. */
    SIZE,
    /** What should be stored could not be read to its end. */
    SOURCE,
    /** The disk reports errors. */
    IO,
    /** The manifest could not be sealed: keys or certificates are not in order. */
    SEAL,
    /** The room is closed. */
    CLOSED
  }

  private final Reason reason;

  public AttachmentException(Reason reason, String message) {
    this(reason, message, null);
  }

  public AttachmentException(Reason reason, String message, Throwable cause) {
    super(reason + ": " + message, cause);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public Reason reason() {
    return reason;
  }

  /** Who must act. */
  public Actor actor() {
    return switch (reason) {
      case SIZE, SOURCE -> Actor.CITIZEN;
      case FULL, IO, SEAL -> Actor.TECHNICIAN;
      case CLOSED -> Actor.NOBODY;
    };
  }
}
