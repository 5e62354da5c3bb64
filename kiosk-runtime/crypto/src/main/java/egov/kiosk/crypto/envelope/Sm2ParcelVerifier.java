package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.ReceiptRefusedException.Reason;
import egov.kiosk.domain.fleet.Parcel;
import egov.kiosk.domain.fleet.ParcelVerifier;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Believes a parcel that any party signed whose signing certificate the same authorities issued.
 * Safe for use by several threads.
 */
public final class Sm2ParcelVerifier implements ParcelVerifier {
  private final TrustStore trust;
  private final InstantSource clock;

  /**
   * @param trust the authorities that may have issued kiosks' certificates
   * @param clock tells whether a certificate is valid
   */
  public Sm2ParcelVerifier(TrustStore trust, InstantSource clock) {
    this.trust = Objects.requireNonNull(trust, "trust");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public Parcel verifyParcel(byte[] parcel) throws ReceiptRefusedException {
    try {
      SignedMessage signed = SignedMessage.readContentInfo(parcel);
      SignerCheck.check(trust, signed.signer(), CertificateUse.SIGN, clock.instant());
      ParcelContent content = ParcelContent.read(signed.content());
      return new Parcel(signed.signer().commonName(), content.header(), content.envelope());
    } catch (CryptoException e) {
      throw new ReceiptRefusedException(Reason.BAD_SIGNATURE, e.getMessage());
    }
  }
}
