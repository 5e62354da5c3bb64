package egov.kiosk.domain.envelope;

import java.util.List;

/** Checks that receipts are the platform's and meant for this kiosk. Safe for several threads. */
public interface ReceiptVerifier {
  /**
   * Verifies and reads a document of receipts: all of it is to be believed, or nothing.
   *
   * @param message the message as it came over the network
   * @return 1 to {@value MessageCodec#MOST_RECEIPTS} receipts, each for this kiosk, no message
   *     twice
   * @throws ReceiptRefusedException when it must not be believed
   */
  List<PlatformReceipt> verify(byte[] message) throws ReceiptRefusedException;
}
