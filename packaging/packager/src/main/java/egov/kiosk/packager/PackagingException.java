package egov.kiosk.packager;

/** A package that cannot be made; the message says what and why. */
public final class PackagingException extends Exception {
  private static final long serialVersionUID = 1L;

  public PackagingException(String message) {
    super(message);
  }

  public PackagingException(String message, Throwable cause) {
    super(message, cause);
  }
}
