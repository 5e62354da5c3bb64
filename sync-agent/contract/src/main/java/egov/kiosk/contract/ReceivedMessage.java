package egov.kiosk.contract;

import egov.kiosk.domain.transaction.TransactionId;

/** A message of a kiosk, as the platform reads it out of an opened envelope. */
public sealed interface ReceivedMessage
    permits ReceivedTransaction, ReceivedRating, ReceivedRatingReason, ReceivedStatement {
  /** The message's identity: what the platform de-duplicates by and the receipt names. */
  TransactionId id();

  /** The kiosk it says it is from; must equal the name in the signer's certificate. */
  String kioskId();

  /** The service item it belongs to; of a statement, which belongs to none, its kind's word. */
  String itemCode();
}
