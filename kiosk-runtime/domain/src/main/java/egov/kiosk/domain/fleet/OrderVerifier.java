package egov.kiosk.domain.fleet;

import egov.kiosk.domain.envelope.ReceiptRefusedException;

/** Checks that an order is the platform's and meant for this kiosk. Safe for several threads. */
public interface OrderVerifier {
  /**
   * Verifies and reads an order.
   *
   * @param message the message as it came over the network
   * @throws ReceiptRefusedException when it must not be believed
   */
  Order verify(byte[] message) throws ReceiptRefusedException;
}
