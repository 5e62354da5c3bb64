package egov.kiosk.domain.envelope;

/** Bytes that are not a message of the contract. The message says which rule, never the content. */
public final class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedMessageException(String message) {
    super(message);
  }
}
