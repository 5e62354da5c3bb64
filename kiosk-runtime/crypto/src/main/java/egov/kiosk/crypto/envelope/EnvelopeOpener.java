package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.message.EnvelopedMessage;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.crypto.sm.Sm3;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The platform's side of sealing: decrypts, verifies, says who signed. Safe for several threads.
 */
public final class EnvelopeOpener {
  private final IssuedKey encryption;
  private final TrustStore trust;
  private final InstantSource clock;

  /**
   * @param encryption the platform's encryption key and certificate
   * @param trust the authorities that may have issued kiosks' certificates
   * @param clock tells whether a kiosk's certificate is valid
   */
  public EnvelopeOpener(IssuedKey encryption, TrustStore trust, InstantSource clock) {
    this.encryption = Objects.requireNonNull(encryption, "encryption");
    this.trust = Objects.requireNonNull(trust, "trust");
    this.clock = Objects.requireNonNull(clock, "clock");
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
    if (envelope.length > Gbt35275EnvelopeSealer.LARGEST) {
      throw CryptoException.messageRefused();
    }
    SignedMessage message =
        EnvelopedMessage.open(encryption.certificate(), encryption.key(), envelope);
    SignerCheck.check(trust, message.signer(), CertificateUse.SIGN, clock.instant());
    return new OpenedEnvelope(
        message.signer(), message.content(), HexFormat.of().formatHex(Sm3.digest(envelope)));
  }
}
