package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.crypto.sm.Sm2Verifying;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;

/**
 * What the platform signed: GB/T 35275 SignedData whose signer has a signing certificate of the
 * pinned name, issued under a configured anchor and valid now. Safe for use by several threads.
 */
final class PlatformSignature {
  private final TrustStore trust;
  private final String platformName;
  private final InstantSource clock;
  private final SignedMessage.SignatureCheck heard = new Heard();
  private volatile Known known;

  /**
   * @param trust the authorities that may have issued the platform's certificate
   * @param platformName the common name the platform's signing certificate must have
   * @param clock tells whether the certificate is valid
   */
  PlatformSignature(TrustStore trust, String platformName, InstantSource clock) {
    this.trust = Objects.requireNonNull(trust, "trust");
    this.platformName = Objects.requireNonNull(platformName, "platformName");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** The content, once the signature was found to be the platform's. */
  byte[] content(byte[] message) throws CryptoException {
    SignedMessage signed = SignedMessage.readContentInfo(message, heard);
    SignerCheck.check(trust, signed.signer(), CertificateUse.SIGN, clock.instant());
    if (!signed.signer().commonName().equals(platformName)) {
      throw new CryptoException(
          CryptoFault.CERTIFICATE_NAME_WRONG,
          "signed by another party of the same authority; check platformSignCn");
    }
    remember(signed.signer());
    return signed.content();
  }

  /** The platform is heard again and again: what is known of it is not worked out again. */
  private final class Heard implements SignedMessage.SignatureCheck {
    @Override
    public boolean holds(Sm2Certificate signer, byte[] content, byte[] signature) {
      Known latest = known;
      return latest != null && latest.certificate().equals(signer)
          ? latest.verifying().verifies(content, signature)
          : signer.publicKey().verifies(content, signature);
    }

    @Override
    public Sm2Certificate certificate(byte[] der) throws CryptoException {
      Known latest = known;
      return latest != null && Arrays.equals(latest.encoded(), der)
          ? latest.certificate()
          : Sm2Certificate.parse(der);
    }
  }

  /** Of the platform alone, and only after everything was checked: preparing costs. */
  private void remember(Sm2Certificate platform) {
    Known latest = known;
    if (latest == null || !latest.certificate().equals(platform)) {
      known = new Known(platform, platform.encoded(), new Sm2Verifying(platform.publicKey()));
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Known(Sm2Certificate certificate, byte[] encoded, Sm2Verifying verifying) {}
}
