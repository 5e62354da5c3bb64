package egov.kiosk.domain.envelope;

/**
 * A message could not be sealed: key or certificate missing, locked or expired. A technician acts;
 * nothing was accepted.
 */
public final class SealException extends Exception {
  private static final long serialVersionUID = 1L;

  public SealException(String message, Throwable cause) {
    super(message, cause);
  }
}
