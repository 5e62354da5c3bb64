package egov.kiosk.emulator.control;

/** An order that was not carried out; the message is the reason shown to the operator. */
public final class OrderException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason one line of English, no line break
   */
  public OrderException(String reason) {
    super(reason);
  }
}
