package egov.kiosk.conformance;

/** The device did not do what it must; the message says what it did instead. */
final class FailedException extends Exception {
  private static final long serialVersionUID = 1L;

  FailedException(String what) {
    super(what);
  }
}
