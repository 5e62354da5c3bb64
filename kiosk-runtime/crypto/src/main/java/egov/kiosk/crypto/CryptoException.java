package egov.kiosk.crypto;

import java.util.Objects;

/**
 * A key, a certificate or a message was refused. The message text names the place and the remedy
 * and never holds key material, plaintext or bytes of the refused input.
 */
public final class CryptoException extends Exception {
  private static final long serialVersionUID = 1L;

  private final CryptoFault fault;

  /**
   * @param fault why
   * @param message what was refused, where, and what to do
   */
  public CryptoException(CryptoFault fault, String message) {
    super(fault + ": " + message);
    this.fault = Objects.requireNonNull(fault, "fault");
  }

  /**
   * The one refusal of a message that is not intact. Always the same text and without a cause, so
   * that nothing about the reason can leak through it.
   */
  public static CryptoException messageRefused() {
    return new CryptoException(
        CryptoFault.MESSAGE_REFUSED, "the message is not acceptable and was not processed");
  }

  /** Why, and through {@link CryptoFault#actor()} who must act. */
  public CryptoFault fault() {
    return fault;
  }
}
