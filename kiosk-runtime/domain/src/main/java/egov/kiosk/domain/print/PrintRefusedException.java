package egov.kiosk.domain.print;

import java.util.Objects;

/** The print desk did not do it; nothing was sent to a printer. */
public final class PrintRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The same document of this transaction is on paper already. */
    ALREADY_PRINTED,
    /** It is being printed at this moment. */
    UNDER_WAY,
    /** Whether it came out must be answered first. */
    ASK_FIRST,
    /** No such job, or one that asks nothing. */
    NOTHING_TO_ANSWER,
    /** Somebody answered before; the first answer stands. */
    ANSWERED_BEFORE,
    /** The ledger cannot be written, so nothing is printed. */
    LEDGER_UNAVAILABLE
  }

  private final Reason reason;

  /**
   * @param reason why
   * @param message what happened and what to do; never personal data
   */
  public PrintRefusedException(Reason reason, String message) {
    this(reason, message, null);
  }

  /** As above, with the exception that led here. */
  public PrintRefusedException(Reason reason, String message, Throwable cause) {
    super("print: " + reason + ": " + message, cause);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public Reason reason() {
    return reason;
  }
}
