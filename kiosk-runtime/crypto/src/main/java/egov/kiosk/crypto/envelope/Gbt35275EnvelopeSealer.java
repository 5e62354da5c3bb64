package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.message.EnvelopedMessage;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.crypto.sm.HedgedRandom;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Seals as GB/T 35275 EnvelopedData around SignedData around the canonical bytes of the message:
 * SM2 signature of this kiosk, content key for the platform's encryption certificate. Safe for use
 * by several threads.
 */
public final class Gbt35275EnvelopeSealer implements EnvelopeSealer {
  /** The largest message the contract lets on the line. */
  public static final int LARGEST = 64 * 1024;

  private static final byte[] NOTHING = {};

  private final SigningKey key;
  private final Sm2Certificate platform;
  private final MessageCodec codec;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * @param key this kiosk's signing key; its certificate's common name is the kiosk's id
   * @param platform the platform's encryption certificate, checked by the caller
   * @param codec turns messages into the bytes to sign
   * @param clock tells whether the certificates are valid
   * @param random the system's generator
   */
  public Gbt35275EnvelopeSealer(
      SigningKey key,
      Sm2Certificate platform,
      MessageCodec codec,
      InstantSource clock,
      SecureRandom random) {
    this.key = Objects.requireNonNull(key, "key");
    this.platform = Objects.requireNonNull(platform, "platform");
    this.codec = Objects.requireNonNull(codec, "codec");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
  }

  @Override
  public String kioskId() {
    return key.certificate().commonName();
  }

  @Override
  public SignedEnvelope seal(Transaction transaction) throws SealException {
    return seal(
        transaction.id(),
        MessageKind.ITEM,
        transaction.item().code(),
        transaction.kioskId(),
        codec.encode(transaction));
  }

  @Override
  public SignedEnvelope seal(Rating rating) throws SealException {
    return seal(
        rating.id(), MessageKind.RATING, rating.itemCode(), rating.kioskId(), codec.encode(rating));
  }

  private SignedEnvelope seal(
      TransactionId id, MessageKind kind, String itemCode, String sender, byte[] content)
      throws SealException {
    if (!sender.equals(kioskId())) {
      throw new IllegalArgumentException("a kiosk seals only what it accepted itself");
    }
    try {
      key.certificate().checkValid(clock.instant());
      platform.checkValid(clock.instant());
      byte[] envelope = envelop(SignedMessage.sign(key, content).signedData());
      return new SignedEnvelope(id, kind, itemCode, envelope, Sm3.digest(envelope));
    } catch (CryptoException e) {
      throw new SealException("cannot seal message " + id + ": " + e.getMessage(), e);
    }
  }

  private byte[] envelop(byte[] signedData) throws CryptoException {
    HedgedRandom hedged = new HedgedRandom(random);
    // The signature inside makes these bytes a secret no outsider knows and no other message has.
    hedged.begin(signedData, NOTHING);
    try {
      byte[] envelope = EnvelopedMessage.seal(platform, signedData, hedged);
      if (envelope.length > LARGEST) {
        throw new CryptoException(
            CryptoFault.MESSAGE_TOO_LARGE,
            envelope.length + " bytes, at most " + LARGEST + "; shorten the item's form");
      }
      return envelope;
    } finally {
      hedged.end();
    }
  }
}
