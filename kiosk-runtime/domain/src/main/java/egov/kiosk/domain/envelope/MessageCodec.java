package egov.kiosk.domain.envelope;

import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.domain.transaction.Transaction;
import java.util.List;

/**
 * Turns messages into the exact bytes that are signed, and receipts back; the message contract's
 * voice in this house. Deterministic: equal messages give equal bytes. Safe for several threads.
 */
public interface MessageCodec {
  /** The canonical bytes of a transaction. */
  byte[] encode(Transaction transaction);

  /** The canonical bytes of a rating. */
  byte[] encode(Rating rating);

  /** The canonical bytes of the reason for a low rating. */
  byte[] encode(RatingReason reason);

  /** How many receipts one document holds at most; it holds at least one. */
  int MOST_RECEIPTS = 50;

  /**
   * The canonical bytes of the receipts that go to one kiosk under one signature.
   *
   * @param receipts 1 to {@value #MOST_RECEIPTS}, all for one kiosk, no message twice
   * @throws IllegalArgumentException when they are anything else
   */
  byte[] encodeReceipts(List<PlatformReceipt> receipts);

  /**
   * Reads the canonical bytes of such a document; one wrong receipt refuses all of it.
   *
   * @return the receipts in the order in which they were written, all for one kiosk
   * @throws MalformedMessageException when they are not exactly such a document of this contract
   */
  List<PlatformReceipt> decodeReceipts(byte[] bytes) throws MalformedMessageException;
}
