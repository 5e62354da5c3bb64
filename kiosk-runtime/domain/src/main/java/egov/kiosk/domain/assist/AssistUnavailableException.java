package egov.kiosk.domain.assist;

import java.util.Objects;

/**
 * Nothing can be said or read just now. The citizen goes on without it; a health finding says who
 * acts. Never carries what was to be said.
 */
public final class AssistUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Reason {
    /** The program or its data is not installed. */
    MISSING,
    /** The program ended with an error. */
    CRASHED,
    /** The program did not answer in time. */
    LATE,
    /** Another call has it, or it failed so often that it is left alone for a while. */
    BUSY
  }

  private final Reason reason;

  /**
   * @param what one sentence for a technician, without personal data
   */
  public AssistUnavailableException(Reason reason, String what) {
    super(what);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  /** What went wrong. */
  public Reason reason() {
    return reason;
  }
}
