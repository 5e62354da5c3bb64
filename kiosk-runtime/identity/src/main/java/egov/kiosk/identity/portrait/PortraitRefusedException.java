package egov.kiosk.identity.portrait;

/** A photo block was refused; the message says why and holds nothing of the block. */
public final class PortraitRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  public PortraitRefusedException(String message) {
    super(message);
  }

  public PortraitRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
