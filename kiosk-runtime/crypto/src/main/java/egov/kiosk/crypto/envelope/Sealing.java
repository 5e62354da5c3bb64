package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustRules;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.message.EnvelopedMessage;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.crypto.sm.HedgedRandom;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;

/** What all sealing of this kiosk has in common: its key, and for whom. For any thread. */
final class Sealing {
  private static final byte[] NOTHING = {};

  private final SigningKey key;
  private final Sm2Certificate platform;
  private final InstantSource clock;
  private final SecureRandom random;

  Sealing(SigningKey key, Sm2Certificate platform, InstantSource clock, SecureRandom random) {
    this.key = Objects.requireNonNull(key, "key");
    this.platform = Objects.requireNonNull(platform, "platform");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
  }

  String kioskId() {
    return key.certificate().commonName();
  }

  void checkSender(String sender) {
    if (!sender.equals(kioskId())) {
      throw new IllegalArgumentException("a kiosk seals only what it accepted itself");
    }
  }

  /** Signs, encrypts, and labels for the queue. */
  SignedEnvelope seal(
      TransactionId id, MessageKind kind, String itemCode, byte[] content, Label label)
      throws SealException {
    byte[] envelope = seal(id, content);
    return new SignedEnvelope(id, kind, itemCode, envelope, Sm3.digest(envelope), label);
  }

  /** Signs and encrypts. */
  byte[] seal(TransactionId id, byte[] content) throws SealException {
    try {
      checkDates();
      byte[] signedData = SignedMessage.sign(key, content).signedData();
      // The signature inside makes these bytes a secret no outsider knows and no other message has.
      byte[] envelope =
          hedged(signedData, hedged -> EnvelopedMessage.seal(platform, signedData, hedged));
      checkSize(envelope);
      return envelope;
    } catch (CryptoException e) {
      throw new SealException("cannot seal message " + id + ": " + e.getMessage(), e);
    }
  }

  /** Encrypts plain data for the platform. */
  byte[] encrypt(byte[] plain) {
    return hedged(plain, hedged -> EnvelopedMessage.sealData(platform, plain, hedged));
  }

  /** Signs, for whoever reads it. */
  byte[] sign(byte[] content) throws CryptoException {
    return SignedMessage.sign(key, content).contentInfo();
  }

  void checkDates() throws CryptoException {
    key.certificate().checkValid(clock.instant(), TrustRules.USUAL.tolerance());
    platform.checkValid(clock.instant(), TrustRules.USUAL.tolerance());
  }

  private byte[] hedged(byte[] secret, Function<HedgedRandom, byte[]> work) {
    HedgedRandom hedged = new HedgedRandom(random);
    hedged.begin(secret, NOTHING);
    try {
      return work.apply(hedged);
    } finally {
      hedged.end();
    }
  }

  private static void checkSize(byte[] envelope) throws CryptoException {
    if (envelope.length > Gbt35275EnvelopeSealer.LARGEST) {
      throw new CryptoException(
          CryptoFault.MESSAGE_TOO_LARGE,
          envelope.length
              + " bytes, at most "
              + Gbt35275EnvelopeSealer.LARGEST
              + "; shorten the item's form");
    }
  }
}
