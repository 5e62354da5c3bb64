package egov.kiosk.domain.outbox;

import egov.kiosk.domain.device.Actor;
import java.util.Objects;

/** A line of an export that must not be taken. Nothing changes because of it. */
public final class ParcelRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Not a line of an export as this program writes them. */
    MALFORMED,
    /** Changed since it was signed, or signed by nobody we know. */
    FORGED,
    /** Not the line that follows the one before: lines are missing, doubled or of another file. */
    OUT_OF_ORDER,
    /** Larger than this kiosk's line to the platform takes. */
    TOO_LARGE
  }

  private final Reason reason;

  public ParcelRefusedException(Reason reason, String message) {
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
