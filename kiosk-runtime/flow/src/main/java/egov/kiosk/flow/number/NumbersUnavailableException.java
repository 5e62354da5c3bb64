package egov.kiosk.flow.number;

/**
 * No provisional number can be given without the danger of giving one twice. A technician acts;
 * nothing was accepted.
 */
public final class NumbersUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  NumbersUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
