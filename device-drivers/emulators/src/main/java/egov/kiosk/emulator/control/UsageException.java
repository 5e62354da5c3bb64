package egov.kiosk.emulator.control;

/** A command line that makes no sense; the message says which option and what was expected. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason one line of English
   */
  public UsageException(String reason) {
    super(reason);
  }
}
