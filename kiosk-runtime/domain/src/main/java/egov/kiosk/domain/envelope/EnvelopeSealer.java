package egov.kiosk.domain.envelope;

import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.domain.transaction.Transaction;

/**
 * Signs with the kiosk's key and encrypts for the platform (GB/T 35275, SM2, SM3, SM4). Safe for
 * use by several threads.
 */
public interface EnvelopeSealer {
  /** The device id in the signing certificate. */
  String kioskId();

  /**
   * Whether it could seal now: key and certificates are open and the clock can be believed. Asked
   * before a citizen begins, so that nobody answers questions that nobody can sign.
   */
  default boolean ready() {
    return true;
  }

  /** Seals a transaction. */
  SignedEnvelope seal(Transaction transaction) throws SealException;

  /** Seals a rating. */
  SignedEnvelope seal(Rating rating) throws SealException;

  /** Seals the reason for a low rating. */
  SignedEnvelope seal(RatingReason reason) throws SealException;
}
