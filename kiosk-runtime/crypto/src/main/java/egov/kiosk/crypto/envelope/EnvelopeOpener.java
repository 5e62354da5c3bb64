package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.OpeningKey;
import egov.kiosk.crypto.message.EnvelopedMessage;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.crypto.sm.Sm3;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * The platform's side of sealing: decrypts, verifies, says who signed. Safe for several threads.
 */
public final class EnvelopeOpener {
  private final Messages messages;
  private final TrustStore trust;
  private final InstantSource clock;
  private final Duration lateness;

  /**
   * @param encryption the platform's encryption key and certificate
   * @param trust the authorities that may have issued kiosks' certificates
   * @param clock tells whether a kiosk's certificate is valid
   */
  public EnvelopeOpener(IssuedKey encryption, TrustStore trust, InstantSource clock) {
    this(
        message -> EnvelopedMessage.open(encryption.certificate(), encryption.key(), message),
        trust,
        clock);
    Objects.requireNonNull(encryption, "encryption");
  }

  /** As above with a key that is kept elsewhere; why that cannot be used now may end any call. */
  public EnvelopeOpener(OpeningKey encryption, TrustStore trust, InstantSource clock) {
    this(message -> EnvelopedMessage.open(encryption, message), trust, clock);
    Objects.requireNonNull(encryption, "encryption");
  }

  /**
   * As above for a platform that has renewed its key: what waits in kiosks' queues is still for the
   * former one.
   *
   * @param encryption the key in use, then the former ones
   */
  public EnvelopeOpener(List<OpeningKey> encryption, TrustStore trust, InstantSource clock) {
    this(message -> openWithOneOf(List.copyOf(encryption), message), trust, clock);
  }

  private EnvelopeOpener(Messages messages, TrustStore trust, InstantSource clock) {
    this(messages, trust, clock, Duration.ZERO);
  }

  private EnvelopeOpener(
      Messages messages, TrustStore trust, InstantSource clock, Duration lateness) {
    this.messages = messages;
    this.trust = Objects.requireNonNull(trust, "trust");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.lateness = lateness;
  }

  /**
   * The same that still takes what a kiosk sealed while its certificate was valid and could not
   * send until after: one that expired less than this ago counts. A revoked one never does.
   */
  public EnvelopeOpener acceptingLate(Duration longest) {
    return new EnvelopeOpener(messages, trust, clock, longest);
  }

  /**
   * Opens an envelope. That its signer is the kiosk whose topic it came on, and the one named in
   * the content, is for the caller to compare.
   *
   * @param envelope the message as it came over the network
   * @throws CryptoException {@link CryptoFault#MESSAGE_REFUSED} when it is damaged, forged, foreign
   *     or for somebody else; a {@code CERTIFICATE_} fault when it is intact and its signer is
   *     certified by us, but not for this now, e.g. {@link CryptoFault#CERTIFICATE_EXPIRED}
   */
  public OpenedEnvelope open(byte[] envelope) throws CryptoException {
    SignedMessage message = intact(envelope);
    try {
      SignerCheck.check(trust, message.signer(), CertificateUse.SIGN, clock.instant());
    } catch (CryptoException e) {
      Instant end = message.signer().notAfter();
      if (e.fault() != CryptoFault.CERTIFICATE_EXPIRED
          || clock.instant().isAfter(end.plus(lateness))) {
        throw e;
      }
      SignerCheck.check(trust, message.signer(), CertificateUse.SIGN, end);
    }
    return opened(message, envelope);
  }

  /**
   * Opens an envelope of long ago from an archive, by the certificates and revocations of then.
   *
   * @param then when the platform received it, as it recorded itself
   * @throws CryptoException as {@link #open}
   */
  public OpenedEnvelope openThen(byte[] envelope, Instant then) throws CryptoException {
    SignedMessage message = intact(envelope);
    SignerCheck.checkThen(trust, message.signer(), CertificateUse.SIGN, then);
    return opened(message, envelope);
  }

  private SignedMessage intact(byte[] envelope) throws CryptoException {
    if (envelope.length > Gbt35275EnvelopeSealer.LARGEST) {
      throw CryptoException.messageRefused();
    }
    return messages.open(envelope);
  }

  private static OpenedEnvelope opened(SignedMessage message, byte[] envelope) {
    return new OpenedEnvelope(
        message.signer(), message.content(), HexFormat.of().formatHex(Sm3.digest(envelope)));
  }

  private static SignedMessage openWithOneOf(List<OpeningKey> keys, byte[] message)
      throws CryptoException {
    CryptoException refused = CryptoException.messageRefused();
    for (OpeningKey key : keys) {
      try {
        // A message for another certificate is refused before its key is used.
        return EnvelopedMessage.open(key, message);
      } catch (CryptoException e) {
        refused = e.fault() == CryptoFault.MESSAGE_REFUSED ? refused : e;
      }
    }
    throw refused;
  }

  /** Decrypts and verifies, wherever the private key is. */
  private interface Messages {
    SignedMessage open(byte[] envelope) throws CryptoException;
  }
}
