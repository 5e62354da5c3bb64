package egov.kiosk.domain.upkeep;

import java.util.Objects;

/**
 * A step of setting up was refused; nothing changed, but for {@link Reason#TECHNICIAN_TAKEN}. The
 * detail names a field, never what it says.
 */
public final class SetupException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** An answer is missing or has another form than asked for; the detail names the field. */
    BAD_ANSWER,
    /** There is no such device, or it cannot be bound. */
    NO_SUCH_DEVICE,
    /** A device that failed needs a reason. */
    REASON_MISSING,
    /** Other steps come first; the detail names one. */
    NOT_YET,
    /** The platform refused the code, or was not believed. */
    CODE_REFUSED,
    /** The platform's enrolment desk was not reached; the same code works again. */
    PLATFORM_UNREACHABLE,
    /** This machine is a kiosk already, or the room for it is not installed. */
    NO_ENROLMENT,
    /**
     * The first technician is in the book of staff, and the machine did not become a kiosk: they
     * sign in and go on with the same code. The detail names the reason.
     */
    TECHNICIAN_TAKEN,
    /** It could not be kept on the disk. */
    NOT_KEPT,
    /** The report cannot be set as a page. */
    NO_REPORT,
    /**
     * The file is no seal that this kiosk can use; the detail says why, as {@code SealPlace.Fault}.
     */
    SEAL_REFUSED
  }

  private final Reason reason;
  private final String detail;

  /**
   * @param detail a word of ours; empty when there is none
   */
  public SetupException(Reason reason, String detail) {
    super("setup: " + reason + (detail.isEmpty() ? "" : " " + detail));
    this.reason = Objects.requireNonNull(reason, "reason");
    this.detail = detail;
  }

  public Reason reason() {
    return reason;
  }

  /** Which field or step; empty when there is none. */
  public String detail() {
    return detail;
  }
}
