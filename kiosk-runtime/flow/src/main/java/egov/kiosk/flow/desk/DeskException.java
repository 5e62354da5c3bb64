package egov.kiosk.flow.desk;

import egov.kiosk.domain.transaction.FieldError;
import java.util.List;
import java.util.Objects;

/** The desk refuses what a screen asked; nothing changed. */
public final class DeskException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** No such session, or it has ended; the same answer for both. */
    NO_SESSION,
    /** Another citizen's session is open. */
    SESSION_BUSY,
    /** The item is unknown or cannot be started now. */
    ITEM_UNAVAILABLE,
    /** This cannot be done on the page the session is at. */
    WRONG_STEP,
    /** The wording agreed to is not the one on the page. */
    WRONG_VERSION,
    /** Answers do not fit; see {@link #errors()}. */
    FORM_REJECTED,
    /** A required paper is neither photographed nor to be brought later. */
    MATERIAL_MISSING,
    /** There is too little ink for a signature. */
    SIGNATURE_TOO_SHORT
  }

  private final Reason reason;
  private final transient List<FieldError> errors;

  public DeskException(Reason reason) {
    this(reason, List.of());
  }

  public DeskException(Reason reason, List<FieldError> errors) {
    super(reason.name());
    this.reason = Objects.requireNonNull(reason, "reason");
    this.errors = List.copyOf(errors);
  }

  public Reason reason() {
    return reason;
  }

  /** What is wrong with the answers; empty unless {@link Reason#FORM_REJECTED}. */
  public List<FieldError> errors() {
    return errors;
  }
}
