package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import java.time.Instant;
import java.util.Set;

/** The check of a certificate that came with a message, where a stranger may have chosen it. */
final class SignerCheck {
  /** What a stranger can bring about; these look like any other damage. */
  private static final Set<CryptoFault> STRANGER =
      Set.of(
          CryptoFault.CERTIFICATE_ISSUER_UNKNOWN,
          CryptoFault.CERTIFICATE_SIGNATURE_WRONG,
          CryptoFault.CERTIFICATE_MALFORMED);

  private SignerCheck() {}

  static void check(TrustStore trust, Sm2Certificate signer, CertificateUse use, Instant at)
      throws CryptoException {
    try {
      trust.check(signer, use, at);
    } catch (CryptoException e) {
      throw alike(e);
    }
  }

  static void checkThen(TrustStore trust, Sm2Certificate signer, CertificateUse use, Instant then)
      throws CryptoException {
    try {
      trust.checkThen(signer, use, then);
    } catch (CryptoException e) {
      throw alike(e);
    }
  }

  private static CryptoException alike(CryptoException e) {
    return STRANGER.contains(e.fault()) ? CryptoException.messageRefused() : e;
  }
}
