package egov.kiosk.domain.retention;

import java.util.Objects;

/** Nothing is destroyed now. */
public final class RetentionRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The platform has not said what time it is; this kiosk's clock alone destroys nothing. */
    TIME_UNKNOWN,
    /** A citizen is being served. */
    SERVING,
    /** Another run is under way. */
    RUNNING
  }

  private final Reason reason;

  public RetentionRefusedException(Reason reason) {
    super("nothing is destroyed now: " + reason);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public Reason reason() {
    return reason;
  }
}
