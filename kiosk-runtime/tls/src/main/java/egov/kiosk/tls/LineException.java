package egov.kiosk.tls;

import java.io.IOException;
import java.util.Objects;

/**
 * A line could not be secured, or broke. The message says in one line what is wrong and what to do;
 * it never repeats what the other end sent.
 */
public final class LineException extends IOException {
  private static final long serialVersionUID = 1L;

  private final LineFault fault;

  /**
   * @param fault why
   * @param message what is wrong and what to do
   */
  public LineException(LineFault fault, String message) {
    super(message);
    this.fault = Objects.requireNonNull(fault, "fault");
  }

  /** As above, with what led to it. */
  public LineException(LineFault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = Objects.requireNonNull(fault, "fault");
  }

  /** Why, and through {@link LineFault#actor()} who must act. */
  public LineFault fault() {
    return fault;
  }

  /** The line's own exception somewhere behind another one; null when there is none. */
  public static LineException behind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof LineException found) {
        return found;
      }
    }
    return null;
  }
}
