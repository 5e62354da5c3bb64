package egov.kiosk.domain.envelope;

/** Checks that a receipt is the platform's and meant for this kiosk. Safe for several threads. */
public interface ReceiptVerifier {
  /**
   * Verifies and reads a receipt.
   *
   * @param message the message as it came over the network
   * @throws ReceiptRefusedException when it must not be believed
   */
  PlatformReceipt verify(byte[] message) throws ReceiptRefusedException;
}
