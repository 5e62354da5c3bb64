package egov.kiosk.domain.field;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.transaction.FieldError;
import java.util.List;
import java.util.Objects;

/** Something of field work was not done; nothing changed. The message holds no personal data. */
public final class FieldException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The disk is full or failing. */
    STORAGE(Actor.TECHNICIAN),
    /** The keys of what is kept here are missing, or it is another machine's. */
    KEYS(Actor.TECHNICIAN),
    /** Something kept here was changed behind our back. */
    DAMAGED(Actor.TECHNICIAN),
    /** There is no such task, household or draft, or not this worker's. */
    NOT_FOUND(Actor.STAFF),
    /** It belongs to another grid. */
    OTHER_GRID(Actor.STAFF),
    /** Answers are missing or wrong; {@link #errors()} says which. */
    ANSWERS(Actor.STAFF),
    /** The picture or sound is none, or too large. */
    PICTURE(Actor.STAFF),
    /** Too many of them. */
    TOO_MANY(Actor.STAFF),
    /** It was handed in already. */
    HANDED_IN(Actor.STAFF),
    /** Keys, queue or attachments are not in order; it is kept and tried again. */
    NOT_QUEUED(Actor.TECHNICIAN),
    /** The tablet has no card reader, or one that does not work: numbers are typed. */
    NO_READER(Actor.STAFF),
    /** No card was placed in time. */
    NO_CARD(Actor.STAFF),
    /** The card could not be read: place it again, or type. */
    CARD(Actor.STAFF),
    /** This tablet was wiped, and what is left of it is being sealed for the platform. */
    WIPED(Actor.TECHNICIAN),
    /** It could not be recorded in the audit log, and without that it is not done. */
    NOT_RECORDED(Actor.TECHNICIAN);

    private final Actor actor;

    Reason(Actor actor) {
      this.actor = actor;
    }

    /** Who must act. */
    public Actor actor() {
      return actor;
    }
  }

  private final Reason reason;
  private final transient List<FieldError> errors;

  public FieldException(Reason reason, String message) {
    this(reason, message, null);
  }

  public FieldException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = Objects.requireNonNull(reason, "reason");
    errors = List.of();
  }

  /** Answers are missing or wrong. */
  public FieldException(List<FieldError> errors) {
    super("answers are missing or wrong");
    reason = Reason.ANSWERS;
    this.errors = List.copyOf(errors);
  }

  public Reason reason() {
    return reason;
  }

  /** Which answers, for {@link Reason#ANSWERS}; otherwise empty. */
  public List<FieldError> errors() {
    return errors;
  }
}
