package egov.kiosk.domain.picture;

/** Bytes that are no picture of the kind and size expected; the message quotes none of them. */
public final class PictureRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  public PictureRefusedException(String message) {
    super(message);
  }
}
