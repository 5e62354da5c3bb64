package egov.kiosk.facepacks.tool;

/** The command is not one; says why. */
final class AskedWronglyException extends Exception {
  private static final long serialVersionUID = 1L;

  AskedWronglyException(String message) {
    super(message);
  }
}
