package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.domain.transaction.Transaction;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * Seals as GB/T 35275 EnvelopedData around SignedData around the canonical bytes of the message:
 * SM2 signature of this kiosk, content key for the platform's encryption certificate. Safe for use
 * by several threads.
 */
public final class Gbt35275EnvelopeSealer implements EnvelopeSealer {
  /** The largest message the contract lets on the line. */
  public static final int LARGEST = 64 * 1024;

  private final Sealing sealing;
  private final MessageCodec codec;
  private final Optional<OrderKeys> orderKeys;

  /** A sealer whose messages are bound to no others; the parameters are those of the other. */
  public Gbt35275EnvelopeSealer(
      SigningKey key,
      Sm2Certificate platform,
      MessageCodec codec,
      InstantSource clock,
      SecureRandom random) {
    this(new Sealing(key, platform, clock, random), codec, Optional.empty());
  }

  /**
   * @param key this kiosk's signing key; its certificate's common name is the kiosk's id
   * @param platform the platform's encryption certificate, checked by the caller
   * @param codec turns messages into the bytes to sign
   * @param orderKeys keeps the messages of one citizen and item in order
   * @param clock tells whether the certificates are valid
   * @param random the system's generator
   */
  public Gbt35275EnvelopeSealer(
      SigningKey key,
      Sm2Certificate platform,
      MessageCodec codec,
      OrderKeys orderKeys,
      InstantSource clock,
      SecureRandom random) {
    this(new Sealing(key, platform, clock, random), codec, Optional.of(orderKeys));
  }

  private Gbt35275EnvelopeSealer(
      Sealing sealing, MessageCodec codec, Optional<OrderKeys> orderKeys) {
    this.sealing = sealing;
    this.codec = Objects.requireNonNull(codec, "codec");
    this.orderKeys = orderKeys;
  }

  @Override
  public String kioskId() {
    return sealing.kioskId();
  }

  @Override
  public SignedEnvelope seal(Transaction transaction) throws SealException {
    sealing.checkSender(transaction.kioskId());
    return sealing.seal(
        transaction.id(),
        MessageKind.ITEM,
        transaction.item().code(),
        codec.encode(transaction),
        label(transaction));
  }

  @Override
  public SignedEnvelope seal(Rating rating) throws SealException {
    sealing.checkSender(rating.kioskId());
    return sealing.seal(
        rating.id(), MessageKind.RATING, rating.itemCode(), codec.encode(rating), Label.PLAIN);
  }

  @Override
  public SignedEnvelope seal(RatingReason reason) throws SealException {
    sealing.checkSender(reason.kioskId());
    return sealing.seal(
        reason.id(),
        MessageKind.RATING_REASON,
        reason.itemCode(),
        codec.encode(reason),
        Label.PLAIN);
  }

  private Label label(Transaction transaction) {
    Optional<String> orderKey =
        orderKeys.map(
            keys ->
                transaction
                    .citizen()
                    .map(VerifiedCitizen::shown)
                    .map(card -> keys.of(card.number(), transaction.item().code()))
                    .orElseGet(() -> keys.of(transaction.item().code())));
    Lane lane = transaction.item().urgent() ? Lane.URGENT : Lane.NORMAL;
    return new Label(lane, orderKey, Optional.of(transaction.localNumber()));
  }
}
