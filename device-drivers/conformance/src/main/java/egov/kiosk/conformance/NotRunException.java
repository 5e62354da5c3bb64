package egov.kiosk.conformance;

/** The check cannot be made here; the message says why. */
final class NotRunException extends Exception {
  private static final long serialVersionUID = 1L;

  NotRunException(String why) {
    super(why);
  }
}
