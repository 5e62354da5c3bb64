package egov.kiosk.access.book;

import java.util.Objects;

/** The book of staff cannot be used. The message names the file and what to do. */
public final class BookException extends Exception {
  private static final long serialVersionUID = 1L;

  private final BookFault fault;

  public BookException(BookFault fault, String message) {
    super(fault + ": " + message);
    this.fault = Objects.requireNonNull(fault, "fault");
  }

  public BookFault fault() {
    return fault;
  }
}
