package egov.kiosk.integrity;

/** A list of program files that is not believed; the message says why and holds no file's text. */
public final class ProgramListException extends Exception {
  private static final long serialVersionUID = 1L;

  public ProgramListException(String message) {
    super(message);
  }

  public ProgramListException(String message, Throwable cause) {
    super(message, cause);
  }
}
