package egov.kiosk.domain.document;

import egov.kiosk.domain.device.Actor;
import java.util.Objects;

/** A document could not be made. The message holds nothing of what it should have said. */
public final class DocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, and who must act. */
  public enum Fault {
    /** A text holds characters that no document may hold: control, format, half a character. */
    TEXT_REFUSED(Actor.NOBODY),
    /** The text needs more paper than a document may have. */
    TOO_LONG(Actor.NOBODY),
    /** Seal or key are not in order, or cannot be used now. */
    SEAL_UNAVAILABLE(Actor.TECHNICIAN),
    /** It was made, but could not be stored or queued. */
    NOT_KEPT(Actor.TECHNICIAN);

    private final Actor actor;

    Fault(Actor actor) {
      this.actor = actor;
    }

    /** Who must act. */
    public Actor actor() {
      return actor;
    }
  }

  private final Fault fault;

  /**
   * @param fault why
   * @param message what, where and what to do
   */
  public DocumentException(Fault fault, String message) {
    super(fault + ": " + message);
    this.fault = Objects.requireNonNull(fault, "fault");
  }

  /** As above, with what it follows from. */
  public DocumentException(Fault fault, String message, Throwable cause) {
    super(fault + ": " + message, cause);
    this.fault = Objects.requireNonNull(fault, "fault");
  }

  /** Why. */
  public Fault fault() {
    return fault;
  }
}
