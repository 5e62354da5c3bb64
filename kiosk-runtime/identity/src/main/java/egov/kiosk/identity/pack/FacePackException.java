package egov.kiosk.identity.pack;

/**
 * A face pack was refused. The message names the pack's file and what is wrong with it, and is fit
 * for a technician; it holds no personal data, as a pack knows nobody.
 */
public final class FacePackException extends Exception {
  private static final long serialVersionUID = 1L;

  public FacePackException(String message) {
    super(message);
  }

  public FacePackException(String message, Throwable cause) {
    super(message, cause);
  }
}
