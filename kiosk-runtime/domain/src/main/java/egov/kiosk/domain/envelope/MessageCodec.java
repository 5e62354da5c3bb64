package egov.kiosk.domain.envelope;

import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.Transaction;

/**
 * Turns messages into the exact bytes that are signed, and receipts back; the message contract's
 * voice in this house. Deterministic: equal messages give equal bytes. Safe for several threads.
 */
public interface MessageCodec {
  /** The canonical bytes of a transaction. */
  byte[] encode(Transaction transaction);

  /** The canonical bytes of a rating. */
  byte[] encode(Rating rating);

  /** The canonical bytes of a receipt. */
  byte[] encode(PlatformReceipt receipt);

  /**
   * Reads a receipt's canonical bytes.
   *
   * @throws MalformedMessageException when they are not exactly a receipt of this contract
   */
  PlatformReceipt decodeReceipt(byte[] bytes) throws MalformedMessageException;
}
