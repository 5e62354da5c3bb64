package egov.kiosk.domain.inquiry;

import java.util.Objects;

/** The platform gave no answer the kiosk may show. */
public final class InquiryException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** No line, or no answer in time. */
    NO_ANSWER,
    /** The platform cannot answer this now. */
    UNAVAILABLE,
    /** An answer came that is not believed. */
    NOT_BELIEVED
  }

  private final Reason reason;

  /**
   * @param reason why
   * @param what what happened, without personal data
   */
  public InquiryException(Reason reason, String what) {
    super(reason + ": " + what);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public Reason reason() {
    return reason;
  }
}
